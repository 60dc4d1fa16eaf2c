import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { requirePermission } from "@/lib/auth/require-permission";
import { AppError } from "@/lib/errors";
import type { IntentInput } from "../place-order-schemas";
import { mayRelease } from "./may-release";
import { lookUpIntent } from "./reconcile-intents";
import { requireIntent } from "./require-intent";
import { type OrderIntent, resourceOf, takeStep } from "./take-step";

/**
 * A person who saw the evidence sets an unconfirmed order free; who it was and what they saw is kept. Looks at Ion one
 * last time: an order that turns up, or a cart that is checked out, keeps the intent.
 *
 * Throws AppError NOT_FOUND, ORDER_UNCONFIRMED while the evidence is not there, and IonError when Ion can't be asked.
 */
export async function releaseIntent(input: IntentInput): Promise<{ orderId: string | null }> {
  const actor = await requirePermission("orders:place", input.customerId);
  const intent = await requireIntent(actor, input);
  if (intent.state !== "unknown") throw new AppError("NOT_FOUND");
  if (!mayRelease(intent, Date.now())) {
    await recordAudit(actor, {
      action: "orders:release",
      resource: resourceOf(intent),
      outcome: "refused",
      details: { intentId: intent.id, lookups: intent.lookups },
    });
    throw new AppError("ORDER_UNCONFIRMED");
  }
  const looked = await lookUpIntent(intent, actor.userId);
  if (looked.orderId !== null) return { orderId: looked.orderId };
  if (await setFree(looked, actor.userId)) return { orderId: null };
  const now = await requireIntent(actor, { customerId: input.customerId, intentId: intent.id });
  if (now.orderId !== null) return { orderId: now.orderId };
  throw new AppError("ORDER_UNCONFIRMED");
}

/** The step itself, with the evidence, if that still holds under the row's lock. */
export function setFree(looked: OrderIntent, userId: string): Promise<OrderIntent | undefined> {
  const { cartStatus, lookups, lastLookupAt } = looked;
  const evidence = { cartStatus, lookups, lastLookupAt: (lastLookupAt ?? new Date()).toISOString() };
  return takeStep(looked.id, {
    to: "released",
    userId,
    when: (now) => mayRelease(now, Date.now()),
    set: { released: evidence, reason: "released" },
    details: evidence,
  });
}
