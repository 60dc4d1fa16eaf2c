import type { BillingPeriod } from "@/lib/catalog/schemas";

const BY_WORD: Record<string, BillingPeriod> = {
  WEEK: "weekly",
  MONTH: "monthly",
  QUARTER: "quarterly",
  YEAR: "annual",
  ONE_TIME: "one-time",
};

/**
 * How often a line is charged. The cart item's own word counts, since Ion bills by it; where it has none, or one that the
 * catalog's periods don't have, the plan's does. CONTRACT.md section 3, "Cart item period".
 */
export function toCartPeriod(word: string | null, ofPlan: BillingPeriod | undefined): BillingPeriod {
  return BY_WORD[word?.toUpperCase() ?? ""] ?? ofPlan ?? "unknown";
}

const ORDER: readonly BillingPeriod[] = [
  "weekly",
  "biweekly",
  "monthly",
  "quarterly",
  "biannual",
  "annual",
  "unknown",
  "one-time",
];

/** Position in a list of totals: what comes back most often first, one-time amounts last. */
export function periodRank(period: BillingPeriod): number {
  return ORDER.indexOf(period);
}
