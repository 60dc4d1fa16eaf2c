"use client";

import { useTranslations } from "next-intl";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";
import { useOrderColumns } from "./order-columns";

/** Holds the place of a list of orders; without customers on a customer's own page. */
export function OrdersSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = useTranslations("orders");
  const columns = useOrderColumns(withCustomer);
  return (
    <ListPageSkeleton
      {...(withCustomer ? { title: t("title") } : {})}
      label={t("tableLabel")}
      columns={columns}
    />
  );
}
