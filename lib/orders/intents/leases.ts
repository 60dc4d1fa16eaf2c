import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/order-intents";
import type { OrderIntent } from "./take-step";

/** The right of one sender to try one intent once. A sender that dies leaves the intent alone for the rest of it. */
export type Claim = { intent: OrderIntent; lease: string };

/** For the checks before sending; whoever takes longer is overtaken, and finds the fence closed. */
const CHECK_LEASE_SECONDS = 60;

/** Longer than a write to Ion may last (lib/ion/limits.ts, 90 s): after it, nobody can be waiting for an answer. */
export const SEND_LEASE_SECONDS = 100;

const isDue = and(
  or(
    and(eq(orderIntents.state, "held"), lte(orderIntents.heldUntil, sql`clock_timestamp()`)),
    and(
      eq(orderIntents.state, "pending"),
      or(isNull(orderIntents.nextTryAt), lte(orderIntents.nextTryAt, sql`clock_timestamp()`)),
    ),
  ),
  or(isNull(orderIntents.leaseUntil), lte(orderIntents.leaseUntil, sql`clock_timestamp()`)),
);

const lease = () => ({
  leaseOwner: randomUUID(),
  leaseUntil: sql`clock_timestamp() + make_interval(secs => ${CHECK_LEASE_SECONDS})`,
});

/** Takes up to `limit` intents that are due to be sent, oldest first, each for one sender on one replica. */
export async function claimDue(limit: number): Promise<Claim[]> {
  const db = await getDb();
  const due = db
    .select({ id: orderIntents.id })
    .from(orderIntents)
    .where(isDue)
    .orderBy(asc(orderIntents.createdAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return toClaims(
    await db.update(orderIntents).set(lease()).where(inArray(orderIntents.id, due)).returning(),
  );
}

/** The same for one intent; undefined when it is not due, or somebody else has it. */
export async function claimIntent(intentId: string): Promise<Claim | undefined> {
  const db = await getDb();
  const taken = await db
    .update(orderIntents)
    .set(lease())
    .where(and(eq(orderIntents.id, intentId), isDue))
    .returning();
  return toClaims(taken)[0];
}

function toClaims(intents: OrderIntent[]): Claim[] {
  return intents.flatMap((intent) =>
    intent.leaseOwner === null ? [] : [{ intent, lease: intent.leaseOwner }],
  );
}

/** Gives the right back without having sent anything: the intent may be tried again after the pause, in seconds. */
export async function postpone(
  { intent, lease }: Claim,
  pauseSeconds: number,
  reason: string,
): Promise<void> {
  const db = await getDb();
  await db
    .update(orderIntents)
    .set({
      leaseOwner: null,
      leaseUntil: null,
      attempts: sql`${orderIntents.attempts} + 1`,
      nextTryAt: sql`clock_timestamp() + make_interval(secs => ${pauseSeconds})`,
      reason,
    })
    .where(
      and(
        eq(orderIntents.id, intent.id),
        eq(orderIntents.state, "pending"),
        eq(orderIntents.leaseOwner, lease),
      ),
    );
}

/** Intents whose sender has not reported within its lease: the request may have left. */
export async function findLostSenders(): Promise<{ intentId: string; lease: string }[]> {
  const db = await getDb();
  const lost = await db
    .select({ intentId: orderIntents.id, lease: orderIntents.leaseOwner })
    .from(orderIntents)
    .where(and(eq(orderIntents.state, "sending"), lte(orderIntents.leaseUntil, sql`clock_timestamp()`)));
  return lost.flatMap(({ intentId, lease }) => (lease === null ? [] : [{ intentId, lease }]));
}

/** True while an intent waits for its time, and no sender has it. */
export async function isWaiting(intentId: string): Promise<boolean> {
  const db = await getDb();
  const [row] = await db
    .select({ id: orderIntents.id })
    .from(orderIntents)
    .where(
      and(
        eq(orderIntents.id, intentId),
        inArray(orderIntents.state, ["held", "pending"]),
        isNull(orderIntents.leaseOwner),
      ),
    );
  return row !== undefined;
}
