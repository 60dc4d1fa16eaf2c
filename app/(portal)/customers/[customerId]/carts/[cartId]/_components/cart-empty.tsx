"use client";

import { EmptyState } from "@/components/ui/empty-state";
import type { Cart } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { GoToCatalog } from "./go-to-catalog";

/** A cart without lines, and the first step. */
export function CartEmpty({ cart, editable }: { cart: Cart; editable: boolean }) {
  const t = useTranslations("carts.page");
  return (
    <EmptyState
      title={t("emptyTitle")}
      description={t("emptyText")}
      action={
        editable && (
          <GoToCatalog customerId={cart.customerId} variant="primary">
            {t("emptyAction")}
          </GoToCatalog>
        )
      }
    />
  );
}
