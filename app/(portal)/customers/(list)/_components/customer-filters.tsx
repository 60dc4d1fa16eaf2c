"use client";

import { useTranslations } from "next-intl";
import { FilterBar, FilterChip } from "@/components/ui/filter-chip";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import type { CustomerSearch } from "@/lib/customers/customer-search-params";
import type { CustomerPage } from "@/lib/customers/schemas";

type Change = Partial<Pick<CustomerSearch, "q" | "status" | "country">>;

/** Search and filters above the customer list. */
export function CustomerFilters({
  search,
  countries,
  pending,
  onChange,
}: {
  search: CustomerSearch;
  countries: CustomerPage["countries"];
  pending: boolean;
  onChange: (change: Change) => void;
}) {
  const t = useTranslations("customers");
  const unchosen = countries.filter(({ code }) => !search.country.includes(code));
  return (
    <>
      <SearchField
        label={t("search")}
        placeholder={t("searchPlaceholder")}
        value={search.q}
        onChange={(q) => onChange({ q })}
        pending={pending}
        className="sm:w-96"
      />
      <Select
        aria-label={t("filters.status")}
        className="max-sm:flex-1 sm:w-36"
        value={search.status ?? ""}
        onChange={({ target }) => onChange({ status: toStatus(target.value) })}
      >
        <option value="">{t("filters.anyStatus")}</option>
        <option value="active">{t("status.active")}</option>
        <option value="inactive">{t("status.inactive")}</option>
      </Select>
      <Select
        aria-label={t("filters.addCountry")}
        className="max-sm:flex-1 sm:w-44"
        value=""
        disabled={unchosen.length === 0}
        onChange={({ target }) => onChange({ country: [...search.country, target.value] })}
      >
        <option value="">{t("filters.country")}</option>
        {unchosen.map(({ code, name, count }) => (
          <option key={code} value={code}>
            {t("filters.countryOption", { name, count })}
          </option>
        ))}
      </Select>
    </>
  );
}

/** The filters that are on. */
export function CustomerFilterChips({
  search,
  countries,
  onChange,
}: {
  search: CustomerSearch;
  countries: CustomerPage["countries"];
  onChange: (change: Change) => void;
}) {
  const t = useTranslations("customers");
  const { q, status, country } = search;
  if (!q && !status && country.length === 0) return null;
  return (
    <FilterBar onClear={() => onChange({ q: "", status: null, country: [] })}>
      {q && <FilterChip name={t("filters.search")} value={q} onRemove={() => onChange({ q: "" })} />}
      {status && (
        <FilterChip
          name={t("filters.status")}
          value={t(`status.${status}`)}
          onRemove={() => onChange({ status: null })}
        />
      )}
      {country.map((code) => (
        <FilterChip
          key={code}
          name={t("filters.country")}
          value={countries.find((entry) => entry.code === code)?.name ?? code}
          onRemove={() => onChange({ country: country.filter((other) => other !== code) })}
        />
      ))}
    </FilterBar>
  );
}

function toStatus(value: string): CustomerSearch["status"] {
  return value === "active" || value === "inactive" ? value : null;
}
