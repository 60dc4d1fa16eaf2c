"use client";

import { ChoiceFilter } from "@/app/(portal)/_components/list/choice-filter";
import { CustomersFilter } from "@/app/(portal)/_components/list/customers-filter";
import { PeriodFilter } from "@/app/(portal)/_components/list/period-filter";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SubscriptionFacets } from "@/lib/subscriptions/subscription-list-page";
import { SUBSCRIPTION_STATUS_FILTERS } from "@/lib/subscriptions/subscription-list-query";
import type { SubscriptionListSearch } from "@/lib/subscriptions/subscription-list-search";

type Filters = Omit<SubscriptionListSearch, "q" | "sort">;

/** How Ion bills, in its words; others are shown as they come. */
const BILLING_TYPES = ["license", "usage"] as const;

/** Narrows a list of subscriptions down: by status, customer, vendor, billing, and how and when they renew. */
export function SubscriptionFilters({
  search,
  facets,
  withCustomer,
  customerNameOf,
  onChange,
}: {
  search: Filters;
  facets: SubscriptionFacets | null;
  withCustomer: boolean;
  customerNameOf: (id: string) => string | null;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useTranslations("subscriptions");
  const counts = new Map(facets?.status.map(({ value, count }) => [value, count]));
  return (
    <>
      <ChoiceFilter
        name={t("filter.label")}
        options={SUBSCRIPTION_STATUS_FILTERS.map((value) => ({
          value,
          label: t(`filter.${value}`),
          ...(facets ? { count: counts.get(value) ?? 0 } : {}),
        }))}
        chosen={search.status}
        onChange={(values) =>
          onChange({ status: SUBSCRIPTION_STATUS_FILTERS.filter((each) => values.includes(each)) })
        }
      />
      {withCustomer && (
        <CustomersFilter
          name={t("filterCustomer")}
          chosen={search.customer}
          nameOf={customerNameOf}
          onChange={(customer) => onChange({ customer })}
        />
      )}
      <ChoiceFilter
        name={t("filterVendor")}
        options={(facets?.provider ?? []).map(({ value, name, count }) => ({ value, label: name, count }))}
        chosen={search.provider}
        onChange={(provider) => onChange({ provider })}
      />
      <ChoiceFilter
        name={t("filter.billing")}
        options={BILLING_TYPES.map((value) => ({ value, label: t(`billingType.${value}`) }))}
        chosen={search.billing}
        onChange={(billing) => onChange({ billing })}
      />
      <ChoiceFilter
        name={t("filter.renew")}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`renew.${value}`) }))}
        chosen={search.renew ? [search.renew] : []}
        // Both together is no filter; the one just pressed counts.
        onChange={(values) => {
          const next = values.find((value) => value !== search.renew);
          onChange({ renew: next === "yes" || next === "no" ? next : null });
        }}
      />
      <PeriodFilter
        name={t("columns.renewal")}
        period={search}
        quick={[
          { label: t("period.week"), days: [0, 7] },
          { label: t("period.month"), days: [0, 30] },
          { label: t("period.quarter"), days: [0, 90] },
          { label: t("period.past"), days: [-30, 0] },
        ]}
        onChange={onChange}
      />
    </>
  );
}
