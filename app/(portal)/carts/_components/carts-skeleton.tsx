"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Skeleton } from "@/components/ui/skeleton";
import { useCartColumns } from "./use-cart-columns";

/** Holds the place of a list of carts. */
export function CartsSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = useTranslations("carts.list");
  return (
    <DataTable
      label={t("label")}
      columns={useCartColumns(withCustomer)}
      rows={[]}
      getRowId={(row) => row.id}
      loading
      skeletonRows={withCustomer ? 8 : 3}
      empty={null}
      toolbar={<Skeleton className={withCustomer ? "h-8 w-72" : "h-8 w-24"} />}
    />
  );
}
