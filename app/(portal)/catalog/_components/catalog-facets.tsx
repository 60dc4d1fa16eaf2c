"use client";

import { useLocale } from "next-intl";
import { Checkbox } from "@/components/ui/choice";
import { FacetGroup } from "@/components/ui/facet-group";
import { type CatalogFilters, type CatalogSummary, FACETS, type FacetName } from "@/lib/catalog/schemas";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useFacetWords } from "./use-facet-words";

/** What the list can be narrowed by. A facet with a single value and no choice says nothing and is left out. */
export function CatalogFacets({
  summary,
  filters,
  onChange,
}: {
  summary: CatalogSummary;
  filters: CatalogFilters;
  onChange: (change: Partial<CatalogFilters>) => void;
}) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const wordsOf = useFacetWords(summary.facets);
  const toggle = (facet: FacetName) => (value: string, on: boolean) =>
    onChange({ [facet]: on ? [...filters[facet], value] : filters[facet].filter((one) => one !== value) });
  return (
    <div>
      <div className="border-b border-line pb-2">
        <Checkbox
          checked={filters.orderable}
          onChange={(event) => onChange({ orderable: event.target.checked })}
          label={
            <span className="flex min-w-0 items-baseline justify-between gap-2 text-table">
              <span>{t("orderableOnly")}</span>
              <span className="text-caption text-3 tabular-nums">
                {formatNumber(locale, summary.orderableCount)}
              </span>
            </span>
          }
        />
      </div>
      {FACETS.filter((facet) => summary.facets[facet].length > 1 || filters[facet].length > 0).map(
        (facet) => (
          <FacetGroup
            key={facet}
            title={t(`facets.${facet}`)}
            options={summary.facets[facet].map(({ value, count }) => ({
              value,
              count,
              label: wordsOf(facet, value),
            }))}
            selected={filters[facet]}
            onToggle={toggle(facet)}
          />
        ),
      )}
    </div>
  );
}
