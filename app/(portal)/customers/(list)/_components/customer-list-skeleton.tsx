"use client";

import { useTranslations } from "next-intl";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";
import { useCustomerColumns } from "./use-customer-columns";

/** The list before its first rows are read. */
export function CustomerListSkeleton() {
  const t = useTranslations("customers");
  return <ListPageSkeleton title={t("title")} label={t("title")} columns={useCustomerColumns()} />;
}
