"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CustomerFilter } from "@/app/(portal)/_components/customer-filter";
import { ChoiceChips } from "@/components/ui/choice-chips";
import { SearchField } from "@/components/ui/search-field";
import { ORDER_FILTERS, type OrderFilter } from "@/lib/orders/order-query";
import type { OrderSearch } from "@/lib/orders/order-search";

type Filters = Pick<OrderSearch, "status" | "customer" | "order">;

/** Narrows a list of orders down: by state, by customer, or straight to one by its number. */
export function OrderFilters({
  filters,
  onChange,
  withCustomer,
  customerName,
  aside,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
  withCustomer: boolean;
  /** Of the customer that is filtered by. */
  customerName: string | null;
  /** At the right of the fields: how fresh the list is. */
  aside: ReactNode;
}) {
  const t = useTranslations("orders");
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed ?? filters.order ?? "";
  const wrong = number !== "" && !/^\d{1,19}$/.test(number);
  const find = (text: string) => {
    const wanted = text.trim();
    const isNumber = /^\d{1,19}$/.test(wanted);
    setTyped(isNumber || wanted === "" ? null : wanted);
    onChange({ order: isNumber ? wanted : null });
  };
  const statuses = ["all", ...ORDER_FILTERS] as const;
  return (
    <div className="grid min-w-0 flex-1 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SearchField
          label={t("findByNumber")}
          value={number}
          onChange={find}
          delayMs={350}
          className="sm:w-48"
        />
        {wrong && (
          <p role="status" className="text-caption text-danger-text">
            {t("digitsOnly")}
          </p>
        )}
        {withCustomer && (
          <CustomerFilter
            label={t("filterCustomer")}
            customerId={filters.customer}
            customerName={customerName}
            onChange={(customer) => onChange({ customer })}
          />
        )}
        <div className="min-h-7 sm:ml-auto">{aside}</div>
      </div>
      <ChoiceChips
        label={t("filter.label")}
        value={filters.status ?? "all"}
        onChange={(value) => onChange({ status: ORDER_FILTERS.find((each) => each === value) ?? null })}
        options={statuses.map((value) => ({
          value,
          label: t(`filter.${value satisfies OrderFilter | "all"}`),
        }))}
      />
    </div>
  );
}
