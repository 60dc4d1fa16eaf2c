"use client";

import { useTranslations } from "next-intl";
import { CustomerFilter } from "@/app/(portal)/_components/customer-filter";
import { ChoiceChips } from "@/components/ui/choice-chips";
import { FilterBar, FilterChip } from "@/components/ui/filter-chip";
import { SearchField } from "@/components/ui/search-field";
import { SUBSCRIPTION_FILTER_NAMES } from "@/lib/subscriptions/subscription-query";
import type { SubscriptionSearch } from "@/lib/subscriptions/subscription-search";

type Filters = Pick<SubscriptionSearch, "status" | "customer" | "provider" | "q">;

/** Narrows a list of subscriptions down: by name, status, customer and vendor. */
export function SubscriptionFilters({
  filters,
  onChange,
  withCustomer,
  customerName,
  providerName,
  pending,
}: {
  filters: Filters;
  onChange: (change: { [Key in keyof Filters]?: Filters[Key] | null }) => void;
  withCustomer: boolean;
  customerName: string | null;
  providerName: string | null;
  pending: boolean;
}) {
  const t = useTranslations("subscriptions");
  return (
    <div className="grid min-w-0 flex-1 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SearchField
          label={t("search")}
          value={filters.q}
          onChange={(q) => onChange({ q: q.trim() || null })}
          pending={pending}
          className="sm:w-64"
        />
        {withCustomer && (
          <CustomerFilter
            label={t("filterCustomer")}
            customerId={filters.customer}
            customerName={customerName}
            onChange={(customer) => onChange({ customer })}
          />
        )}
        {filters.provider && (
          <FilterBar>
            <FilterChip
              name={t("filterVendor")}
              value={providerName ?? filters.provider}
              onRemove={() => onChange({ provider: null })}
            />
          </FilterBar>
        )}
      </div>
      <ChoiceChips
        label={t("filter.label")}
        value={filters.status ?? "all"}
        onChange={(value) =>
          onChange({ status: SUBSCRIPTION_FILTER_NAMES.find((each) => each === value) ?? null })
        }
        options={(["all", ...SUBSCRIPTION_FILTER_NAMES] as const).map((value) => ({
          value,
          label: t(`filter.${value}`),
        }))}
      />
    </div>
  );
}
