"use client";

import { ChoiceFilter } from "@/app/(portal)/_components/list/choice-filter";
import type { CustomerFacets } from "@/lib/customers/customer-list-page";
import type { CustomerListSearch } from "@/lib/customers/customer-list-search";
import { CUSTOMER_STATUSES } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useCountryName } from "../../_components/use-country-name";

type Filters = Pick<CustomerListSearch, "status" | "country">;

/** Narrows the list of customers down: by status and country. */
export function CustomerFilters({
  search,
  facets,
  onChange,
}: {
  search: Filters;
  facets: CustomerFacets | null;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useTranslations("customers");
  const countryName = useCountryName();
  const counts = new Map(facets?.status.map(({ value, count }) => [value, count]));
  const countries = facets?.country ?? [];
  const others = search.country.filter((code) => !countries.some(({ value }) => value === code));
  return (
    <>
      <ChoiceFilter
        name={t("filters.status")}
        options={CUSTOMER_STATUSES.map((value) => ({
          value,
          label: t(`status.${value}`),
          ...(facets ? { count: counts.get(value) ?? 0 } : {}),
        }))}
        chosen={search.status}
        onChange={(values) => onChange({ status: CUSTOMER_STATUSES.filter((each) => values.includes(each)) })}
      />
      <ChoiceFilter
        name={t("filters.country")}
        options={[
          ...countries.map(({ value, name, count }) => ({ value, label: name, count })),
          ...others.map((value) => ({ value, label: countryName(value), count: 0 })),
        ]}
        chosen={search.country}
        onChange={(country) => onChange({ country })}
      />
    </>
  );
}
