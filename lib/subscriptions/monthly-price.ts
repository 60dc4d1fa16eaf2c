import { divideMoney, multiplyMoney } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import type { SubscriptionRow } from "./subscription-schemas";

/** Months of a billing cycle in Ion's words, lower case. Weeks and single payments have no whole months. */
const MONTHS: Record<string, number> = {
  monthly: 1,
  quarterly: 3,
  biannual: 6,
  annual: 12,
  annually: 12,
  yearly: 12,
  triennial: 36,
};

type Priced = Pick<SubscriptionRow, "seats" | "unitPrice" | "billingType" | "billingCycle">;

/** What a subscription costs in a month: unit price times seats, shared out over its billing cycle. Null when unknown. */
export function monthlyPrice({ seats, unitPrice, billingType, billingCycle }: Priced): Money | null {
  const months = MONTHS[billingCycle?.toLowerCase() ?? ""];
  if (!unitPrice || seats === null || billingType === "usage" || months === undefined) return null;
  return divideMoney(multiplyMoney(unitPrice, seats), months);
}
