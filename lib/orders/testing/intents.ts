import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { claimIntent } from "../intents/leases";
import { openIntent } from "../intents/open-intent";
import { type OrderIntent, takeStep } from "../intents/take-step";

type Cart = { customerId: string; cartId: string; seenTotals?: { amount: string; currency: string }[] };

/** Confirms a cart's order; whatever the account holds, it is not sent by this. */
export function openTestIntent(actor: Actor, { customerId, cartId, seenTotals = [] }: Cart) {
  return openIntent(actor, {
    kind: "checkout",
    customerId,
    cartId,
    seenTotals,
    seenFingerprint: "seen",
    lines: [{ name: "Business Basic, Monthly", quantity: 25, total: seenTotals[0] ?? null }],
  });
}

/** The same, and it is being sent now. */
export async function sendingIntent(actor: Actor, cart: Cart): Promise<OrderIntent> {
  const { intent } = await openTestIntent(actor, cart);
  const claim = await claimIntent(intent.id);
  if (!claim) throw new Error("not due, or taken");
  const leaseUntil = sql`now() + interval '100 seconds'`;
  return must(
    await takeStep(intent.id, {
      to: "sending",
      lease: claim.lease,
      userId: actor.userId,
      set: { leaseUntil, sentAt: sql`now()`, attempts: 1 },
    }),
  );
}

/** The same, and Ion made that order of it. */
export async function placedIntent(actor: Actor, cart: Cart & { orderId: string }): Promise<OrderIntent> {
  const { id } = await sendingIntent(actor, cart);
  return must(await takeStep(id, { to: "placed", userId: actor.userId, set: { orderId: cart.orderId } }));
}

/** The same, and no answer came. */
export async function unknownIntent(actor: Actor, cart: Cart): Promise<OrderIntent> {
  const { id } = await sendingIntent(actor, cart);
  const set = { reason: "timeout", nextLookupAt: sql`now()` };
  return must(await takeStep(id, { to: "unknown", userId: actor.userId, set }));
}

function must(intent: OrderIntent | undefined): OrderIntent {
  if (!intent) throw new Error("the step was not possible");
  return intent;
}
