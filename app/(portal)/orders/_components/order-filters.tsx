"use client";

import { ChoiceFilter } from "@/app/(portal)/_components/list/choice-filter";
import { CustomersFilter } from "@/app/(portal)/_components/list/customers-filter";
import { PeriodFilter } from "@/app/(portal)/_components/list/period-filter";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderFacets } from "@/lib/orders/order-list-page";
import { ORDER_KINDS, ORDER_PHASE_FILTERS } from "@/lib/orders/order-list-query";
import type { OrderListSearch } from "@/lib/orders/order-list-search";
import { ORDER_STATES } from "@/lib/orders/order-status";

type Filters = Pick<OrderListSearch, "phase" | "state" | "customer" | "kind" | "from" | "to">;

/** Narrows a list of orders down: by state, customer, kind and day. */
export function OrderFilters({
  search,
  facets,
  withCustomer,
  customerNameOf,
  onChange,
}: {
  search: Filters;
  facets: OrderFacets | null;
  withCustomer: boolean;
  customerNameOf: (id: string) => string | null;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useTranslations("orders");
  const counts = new Map(facets?.phase.map(({ value, count }) => [value, count]));
  return (
    <>
      <ChoiceFilter
        name={t("filter.label")}
        options={ORDER_PHASE_FILTERS.map((value) => ({
          value,
          label: value === "attention" ? t("filter.attention") : t(`phase.${value}`),
          ...(facets ? { count: counts.get(value) ?? 0 } : {}),
        }))}
        chosen={search.phase}
        onChange={(values) =>
          onChange({ phase: ORDER_PHASE_FILTERS.filter((each) => values.includes(each)) })
        }
      />
      {search.state.length > 0 && (
        <ChoiceFilter
          name={t("filter.state")}
          options={ORDER_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          chosen={search.state}
          onChange={(values) => onChange({ state: ORDER_STATES.filter((each) => values.includes(each)) })}
        />
      )}
      {withCustomer && (
        <CustomersFilter
          name={t("filterCustomer")}
          chosen={search.customer}
          nameOf={customerNameOf}
          onChange={(customer) => onChange({ customer })}
        />
      )}
      <ChoiceFilter
        name={t("filter.kind")}
        options={ORDER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        chosen={search.kind}
        onChange={(values) => onChange({ kind: ORDER_KINDS.filter((each) => values.includes(each)) })}
      />
      <PeriodFilter
        name={t("columns.created")}
        period={search}
        quick={[
          { label: t("period.today"), days: [0, 0] },
          { label: t("period.week"), days: [-7, 0] },
          { label: t("period.month"), days: [-30, 0] },
          { label: t("period.year"), days: [-365, 0] },
        ]}
        onChange={onChange}
      />
    </>
  );
}
