import { NO_VALUE } from "@/lib/catalog/facet-values";
import {
  type BillingPeriod,
  billingPeriodSchema,
  type CatalogSummary,
  type FacetName,
} from "@/lib/catalog/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { usePlanWords } from "./use-plan-words";

/** How a facet's value is said; vendors and categories by the names in the last answer. */
export function useFacetWords(facets: CatalogSummary["facets"]): (facet: FacetName, value: string) => string {
  const t = useTranslations("catalog");
  const words = usePlanWords();
  return (facet, value) => {
    if (value === NO_VALUE && facet !== "billing") return t(`none.${facet}`);
    if (facet === "billing") {
      return billingPeriodSchema.safeParse(value).success ? words.billing(value as BillingPeriod) : value;
    }
    if (facet === "term") return words.term(value);
    return facets[facet].find((one) => one.value === value)?.label ?? value;
  };
}
