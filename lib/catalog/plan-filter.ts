import { foldedWords } from "@/lib/fold";
import { NO_VALUE } from "./facet-values";
import type { CatalogFilters, Plan } from "./schemas";
import { searchText } from "./search-text";

type PlanFilters = Pick<CatalogFilters, "q" | "billing" | "term" | "currency" | "orderable">;

/**
 * Whether one of a product's plans is among those that a search found; the same rules as in `index/match-plans.ts`,
 * without the keywords of the product, whose vendor is given.
 */
export function passesFilters(plan: Plan, filters: PlanFilters, vendor: string | null = null): boolean {
  const has = (chosen: readonly string[], value: string | null) =>
    chosen.length === 0 || chosen.includes(value ?? NO_VALUE);
  if (!has(filters.billing, plan.billingPeriod) || !has(filters.term, plan.term)) return false;
  if (!has(filters.currency, plan.currency) || (filters.orderable && !plan.orderable.ok)) return false;
  const { productName, productId, skuName, name, skuId, planId, mfgPartNumber, vendorSkuId } = plan;
  const text = searchText(
    vendor,
    productName,
    productId,
    skuName,
    name,
    skuId,
    planId,
    mfgPartNumber,
    vendorSkuId,
  );
  return foldedWords(filters.q).every((word) => text.includes(word));
}

/** Whether any of the filters is on plans. */
export function filtersPlans({ q, billing, term, currency, orderable }: PlanFilters): boolean {
  return q.trim() !== "" || orderable || billing.length + term.length + currency.length > 0;
}
