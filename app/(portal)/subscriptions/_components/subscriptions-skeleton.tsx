"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { Skeleton } from "@/components/ui/skeleton";
import { useSubscriptionColumns } from "./subscription-columns";

/** Holds the place of a list of subscriptions. */
export function SubscriptionsSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = useTranslations("subscriptions");
  return (
    <DataTable
      label={t("tableLabel")}
      columns={useSubscriptionColumns(withCustomer)}
      rows={[]}
      getRowId={(row) => row.id}
      loading
      empty={null}
      toolbar={
        <div className="grid gap-2">
          <Skeleton className="h-8 w-64" />
          <Skeleton className="my-1 h-7 w-full max-w-xl" />
        </div>
      }
    />
  );
}
