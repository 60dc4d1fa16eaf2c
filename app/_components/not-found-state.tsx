"use client";

import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";

/** What stands where nothing is. Every page carries it along, so it travels by its name and not as its elements. */
export function NotFoundState() {
  const t = useTranslations("errors");
  return (
    <>
      <h1 className="pb-5 text-title font-semibold">{t("notFoundTitle")}</h1>
      <EmptyState
        title={t("NOT_FOUND")}
        description={t("notFoundHelp")}
        action={
          <a href={routes.home()} className={buttonClass()}>
            {t("backHome")}
          </a>
        }
      />
    </>
  );
}
