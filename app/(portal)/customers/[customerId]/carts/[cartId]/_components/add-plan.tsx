"use client";

import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";
import { GoToCatalog } from "./go-to-catalog";

/** More from the catalog for the same customer. */
export function AddPlan({ customerId }: { customerId: string }) {
  const t = useTranslations("carts.page");
  return (
    <div data-print="hide">
      <GoToCatalog customerId={customerId} variant="ghost">
        <Icon name="icon-plus" />
        {t("add")}
      </GoToCatalog>
    </div>
  );
}
