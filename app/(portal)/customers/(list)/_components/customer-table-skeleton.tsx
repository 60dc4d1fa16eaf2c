"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Skeleton } from "@/components/ui/skeleton";
import { useCustomerColumns } from "./use-customer-columns";

const noCountries: never[] = [];

/** The list before its first rows are read. */
export function CustomerTableSkeleton() {
  const t = useTranslations("customers");
  return (
    <DataTable
      label={t("title")}
      tableId="customers"
      columns={useCustomerColumns(noCountries)}
      rows={noCountries}
      getRowId={({ id }: { id: string }) => id}
      loading
      skeletonRows={14}
      empty={null}
      toolbar={
        <>
          <Skeleton className="h-8 w-full sm:w-72" />
          <Skeleton className="h-8 w-32" />
          <Skeleton className="h-8 w-36" />
        </>
      }
    />
  );
}
