"use client";

import { useTranslations } from "next-intl";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";
import { useSubscriptionColumns } from "./subscription-columns";

/** Holds the place of a list of subscriptions; without customers on a customer's own page. */
export function SubscriptionsSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = useTranslations("subscriptions");
  const columns = useSubscriptionColumns(withCustomer);
  return (
    <ListPageSkeleton
      {...(withCustomer ? { title: t("title") } : {})}
      label={t("tableLabel")}
      columns={columns}
    />
  );
}
