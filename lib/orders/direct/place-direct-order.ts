import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import { connectIon } from "@/lib/ion/connect";
import { checkApprovalLimit } from "../check-approval-limit";
import { begin } from "../intents/begin";
import { openIntent } from "../intents/open-intent";
import type { PlaceOrderResult } from "../place-order-schemas";
import { sameTotals } from "../require-seen-state";
import type { DirectOrderInput } from "./direct-order-schemas";
import { priceOrder } from "./price-order";

/**
 * Orders without a cart, through the same intent as a checkout. Each call is an order of its own: there is no cart that
 * a second click would find again. Throws AppError NOT_ORDERABLE, PRICE_CHANGED, APPROVAL_REQUIRED, and IonError.
 * CONTRACT.md sections 2.5 and 4, rows 1 and 2.
 */
export async function placeDirectOrder(input: DirectOrderInput): Promise<PlaceOrderResult> {
  const actor = await requirePermission("orders:place", input.customerId);
  const { customerId, displayName, items, seenTotals } = input;
  const { lines, totals } = await priceOrder(customerId, items);
  if (!sameTotals(totals, seenTotals)) throw new AppError("PRICE_CHANGED");
  await checkApprovalLimit(actor, totals);
  await connectIon(actor.accountId);
  const request = { kind: "order", displayName, items } as const;
  const { intent } = await openIntent(actor, { kind: "order", customerId, lines, seenTotals, request });
  return begin(intent);
}
