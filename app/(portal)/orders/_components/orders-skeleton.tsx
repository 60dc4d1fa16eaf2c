"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Skeleton } from "@/components/ui/skeleton";
import { useOrderColumns } from "./order-columns";

/** Holds the place of a list of orders. */
export function OrdersSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = useTranslations("orders");
  return (
    <DataTable
      label={t("tableLabel")}
      columns={useOrderColumns(withCustomer)}
      rows={[]}
      getRowId={(row) => row.id}
      loading
      empty={null}
      toolbar={
        <div className="grid gap-2">
          <Skeleton className="h-8 w-48" />
          <Skeleton className="my-1 h-7 w-full max-w-xl" />
        </div>
      }
    />
  );
}
