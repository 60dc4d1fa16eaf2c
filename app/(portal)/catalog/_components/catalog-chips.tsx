"use client";

import { FilterBar, FilterChip } from "@/components/ui/filter-chip";
import { type CatalogFilters, type CatalogSummary, FACETS } from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useFacetWords } from "./use-facet-words";

/** The filters that are on, each with a way to take it off. */
export function CatalogChips({
  facets,
  filters,
  onChange,
  onClear,
}: {
  facets: CatalogSummary["facets"];
  filters: CatalogFilters;
  onChange: (change: Partial<CatalogFilters>) => void;
  onClear: () => void;
}) {
  const t = useTranslations("catalog");
  const wordsOf = useFacetWords(facets);
  const chosen = FACETS.flatMap((facet) => filters[facet].map((value) => ({ facet, value })));
  if (chosen.length === 0 && !filters.orderable) return null;
  return (
    <FilterBar onClear={onClear}>
      {filters.orderable && (
        <FilterChip
          name={t("orderableChip.name")}
          value={t("orderableChip.value")}
          onRemove={() => onChange({ orderable: false })}
        />
      )}
      {chosen.map(({ facet, value }) => (
        <FilterChip
          key={`${facet} ${value}`}
          name={t(`facets.${facet}`)}
          value={wordsOf(facet, value)}
          onRemove={() => onChange({ [facet]: filters[facet].filter((one) => one !== value) })}
        />
      ))}
    </FilterBar>
  );
}
