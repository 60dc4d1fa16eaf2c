import { attributeValue } from "@/lib/ion/schemas/attributes";
import type { IonOrderItem } from "@/lib/ion/schemas/order-items";
import type { OrderItem } from "./order-schemas";

const UNITS = ["day", "week", "month", "year"] as const;
const LETTERS: Record<string, (typeof UNITS)[number]> = { D: "day", W: "week", M: "month", Y: "year" };
const BILLING_LETTERS: Record<string, string> = { M: "MONTHLY", Y: "ANNUAL", A: "ANNUAL", Q: "QUARTERLY" };

type Ordered = Pick<IonOrderItem, "catalogAttributes" | "mfgPartNumber">;

/**
 * The term and billing period an item was ordered with: what the catalog said then, else what its part number says
 * (`productId:skuId:term:billing`, for example `CFQ7TTC0LH18:0001:P1Y:M`). CONTRACT.md section 2.5.
 */
export function readOrderTerm(item: Ordered): Pick<OrderItem, "term" | "billingPeriod"> {
  const [, , term, billing] = item.mfgPartNumber?.split(":") ?? [];
  return {
    term: durationOf(item) ?? isoTerm(term),
    billingPeriod:
      attributeValue(item.catalogAttributes, "plan.BillingPeriod")?.toUpperCase() ||
      BILLING_LETTERS[billing?.toUpperCase() ?? ""] ||
      null,
  };
}

function durationOf({ catalogAttributes }: Ordered): OrderItem["term"] {
  const unit = UNITS.find(
    (each) => each === attributeValue(catalogAttributes, "plan.DurationUnit")?.toLowerCase(),
  );
  const count = Number(attributeValue(catalogAttributes, "plan.DurationCount"));
  return unit && Number.isSafeInteger(count) && count > 0 ? { count, unit } : null;
}

function isoTerm(term: string | undefined): OrderItem["term"] {
  const [, count, letter] = /^P(\d{1,3})([DWMY])$/i.exec(term ?? "") ?? [];
  const unit = LETTERS[letter?.toUpperCase() ?? ""];
  return unit && Number(count) > 0 ? { count: Number(count), unit } : null;
}
