import { multiplyMoney } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import type { BillingPeriod } from "./schemas";

const BY_ION_NAME: Record<string, BillingPeriod> = {
  WEEKLY: "weekly",
  BIWEEKLY: "biweekly",
  MONTHLY: "monthly",
  QUARTERLY: "quarterly",
  BIANNUAL: "biannual",
  ANNUAL: "annual",
  ONE_TIME: "one-time",
};

/** Ion's catalog billing period (CONTRACT.md section 3); what nobody knows, and what Ion does not support, is "unknown". */
export function toBillingPeriod(ionName: string | null): BillingPeriod {
  return BY_ION_NAME[ionName?.toUpperCase() ?? ""] ?? "unknown";
}

const PERIODS_PER_YEAR: Record<BillingPeriod, number | null> = {
  weekly: 52,
  biweekly: 26,
  monthly: 12,
  quarterly: 4,
  biannual: 2,
  annual: 1,
  "one-time": null,
  unknown: null,
};

/** What a price per period comes to in a year, so that plans can be compared; null where that makes no sense. */
export function toYearlyPrice(price: Money | null, billingPeriod: BillingPeriod): Money | null {
  const periods = PERIODS_PER_YEAR[billingPeriod];
  return price && periods !== null ? multiplyMoney(price, periods) : null;
}
