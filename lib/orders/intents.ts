import "server-only";
import { and, eq, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/orders";
import type { Money } from "@/lib/money-value";
import { type IntentState, statesBefore } from "./intent-states";

export type OrderIntent = typeof orderIntents.$inferSelect;

/** A sender that has not reported for this long is taken for dead; longer than any single call to Ion may last. */
const SENDER_LOST_AFTER_SECONDS = 90;

/**
 * Opens the intent for a cart, or finds the one that is already there: a second click, a second tab and a reload all get
 * the same row, and `opened` is true for one of them only.
 */
export async function openIntent(
  actor: Actor,
  { customerId, cartId, seenTotals }: { customerId: string; cartId: string; seenTotals: Money[] },
): Promise<{ intent: OrderIntent; opened: boolean }> {
  const db = await getDb();
  const [opened] = await db
    .insert(orderIntents)
    .values({
      accountId: actor.accountId,
      userId: actor.userId,
      customerId,
      cartId,
      seenTotals,
      state: "pending",
    })
    .onConflictDoNothing()
    .returning();
  if (opened) return { intent: opened, opened: true };
  const existing = await findLiveIntent(actor.accountId, cartId);
  // Between the two statements the other one may have been refused by Ion, which frees the cart.
  if (!existing) return openIntent(actor, { customerId, cartId, seenTotals });
  return { intent: existing, opened: false };
}

/** The cart's intent that is placed, under way or unknown; undefined when the cart is free. */
export async function findLiveIntent(accountId: string, cartId: string): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [intent] = await db
    .select()
    .from(orderIntents)
    .where(
      and(
        eq(orderIntents.accountId, accountId),
        eq(orderIntents.cartId, cartId),
        ne(orderIntents.state, "rejected"),
      ),
    );
  return intent;
}

/** Takes the right to send: true for exactly one caller, on any number of replicas. */
export async function claimSending(intentId: string): Promise<boolean> {
  const moved = await move(intentId, "sending", {
    attempts: sql`${orderIntents.attempts} + 1`,
    sentAt: sql`now()`,
  });
  return moved !== undefined;
}

/** Ion has the order. Returns undefined when the intent was already settled. */
export function markPlaced(
  intentId: string,
  outcome: { orderId: string; ionRequestId?: string | undefined },
) {
  return move(intentId, "placed", { ...outcome, settledAt: sql`now()`, nextLookupAt: null });
}

/** Ion does not have the order, certainly: it refused, or nothing left the portal, or a person released it. */
export function markRejected(intentId: string, why: { reason: string; ionRequestId?: string | undefined }) {
  return move(intentId, "rejected", { ...why, settledAt: sql`now()`, nextLookupAt: null });
}

/** The request may have reached Ion: from now on only looking it up may settle it. */
export function markUnknown(intentId: string, why: { reason: string; ionRequestId?: string | undefined }) {
  return move(intentId, "unknown", { ...why, nextLookupAt: sql`now()` });
}

type Change = Omit<Partial<Record<keyof OrderIntent, unknown>>, "id" | "state">;

/** One atomic step. Illegal steps change nothing and return undefined. */
async function move(intentId: string, to: IntentState, change: Change): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [moved] = await db
    .update(orderIntents)
    .set({ ...change, state: to } as Partial<typeof orderIntents.$inferInsert>)
    .where(and(eq(orderIntents.id, intentId), inArray(orderIntents.state, statesBefore(to))))
    .returning();
  return moved;
}

/** Intents whose sender died: never sent ones are given up (the cart is free again), sent ones become unknown. */
export async function recoverAbandonedIntents(): Promise<void> {
  const db = await getDb();
  const longAgo = sql`now() - make_interval(secs => ${SENDER_LOST_AFTER_SECONDS})`;
  const abandoned = await db
    .select({ id: orderIntents.id, state: orderIntents.state })
    .from(orderIntents)
    .where(
      or(
        and(eq(orderIntents.state, "pending"), lte(orderIntents.createdAt, longAgo)),
        and(eq(orderIntents.state, "sending"), lte(orderIntents.sentAt, longAgo)),
      ),
    );
  for (const intent of abandoned) {
    if (intent.state === "pending") await markRejected(intent.id, { reason: "never-sent" });
    else await markUnknown(intent.id, { reason: "sender-lost" });
  }
}

const isDue = and(
  eq(orderIntents.state, "unknown"),
  or(isNull(orderIntents.nextLookupAt), lte(orderIntents.nextLookupAt, sql`now()`)),
);

/** The next look comes after 2, 4, 8 … seconds, at most five minutes apart. */
const oneMoreLookup = {
  lookups: sql`${orderIntents.lookups} + 1`,
  nextLookupAt: sql`now() + make_interval(secs => least(300, power(2, least(${orderIntents.lookups}, 10) + 1)))`,
};

/** Takes the unknown intents that are due for a look at Ion. Atomic: two replicas don't look at the same one together. */
export async function takeDueLookups(limit: number): Promise<OrderIntent[]> {
  const db = await getDb();
  const due = db
    .select({ id: orderIntents.id })
    .from(orderIntents)
    .where(isDue)
    .limit(limit)
    .for("update", { skipLocked: true });
  return db.update(orderIntents).set(oneMoreLookup).where(inArray(orderIntents.id, due)).returning();
}

/** The same for one intent; undefined when it is not due or already settled. */
export async function takeLookup(intentId: string): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [taken] = await db
    .update(orderIntents)
    .set(oneMoreLookup)
    .where(and(eq(orderIntents.id, intentId), isDue))
    .returning();
  return taken;
}
