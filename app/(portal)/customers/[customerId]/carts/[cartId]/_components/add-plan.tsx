"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { GoToCatalog } from "./go-to-catalog";

/** More from the catalog for the same customer. */
export function AddPlan({ customerId }: { customerId: string }) {
  const t = useTranslations("carts.page");
  return (
    <div data-print="hide">
      <GoToCatalog customerId={customerId} variant="ghost">
        <Plus aria-hidden="true" />
        {t("add")}
      </GoToCatalog>
    </div>
  );
}
