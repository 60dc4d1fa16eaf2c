"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** Why there are no orders here, and the first step. */
export function OrdersEmpty({
  why,
  onReset,
}: {
  why: "none" | "customer" | "attention" | "filtered";
  /** Takes the filters off. */
  onReset: () => void;
}) {
  const t = useTranslations(`orders.empty.${why}`);
  return (
    <EmptyState
      title={t("title")}
      description={t("text")}
      action={
        why === "none" || why === "customer" ? (
          <ButtonLink href={routes.catalog()} variant={why === "none" ? "primary" : "secondary"}>
            {t("action")}
          </ButtonLink>
        ) : (
          <Button onClick={onReset}>{t("action")}</Button>
        )
      }
    />
  );
}
