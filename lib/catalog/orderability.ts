import type { Money } from "@/lib/money-value";
import type { Orderability } from "./schemas";

/**
 * Whether a plan can be put in a cart, and if not why; the first reason that holds is the one to show, since it is the
 * one to remove first. A plan without a price is not free (CONTRACT.md section 8.8), except that one billed by use is
 * priced by its tiers.
 */
export function orderabilityOf(facts: {
  productDisabled: boolean;
  skuDisabled: boolean;
  isAddOn: boolean;
  /** Ion's `productAvailability`; null when Ion did not say. */
  available: boolean | null;
  price: Money | null;
  usageBased: boolean;
}): Orderability {
  if (facts.productDisabled) return { ok: false, reason: "disabled" };
  if (facts.skuDisabled) return { ok: false, reason: "sku-disabled" };
  if (facts.available === false) return { ok: false, reason: "not-in-price-book" };
  if (facts.isAddOn) return { ok: false, reason: "needs-base" };
  if (facts.price === null && !facts.usageBased) return { ok: false, reason: "no-price" };
  return { ok: true };
}
