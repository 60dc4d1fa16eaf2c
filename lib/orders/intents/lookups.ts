import "server-only";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/order-intents";
import type { OrderIntent } from "./take-step";

const isDue = and(
  eq(orderIntents.state, "unknown"),
  or(isNull(orderIntents.nextLookupAt), lte(orderIntents.nextLookupAt, sql`clock_timestamp()`)),
);

/** The next look comes after 2, 4, 8 … seconds, at most five minutes apart. */
const oneMoreTry = {
  lookupTries: sql`${orderIntents.lookupTries} + 1`,
  nextLookupAt: sql`clock_timestamp() + make_interval(secs => least(300, power(2, least(${orderIntents.lookupTries}, 10) + 1)))`,
};

/** Takes the unknown intents that are due for a look at Ion. Atomic: two replicas don't look at the same one together. */
export async function takeDueLookups(limit: number): Promise<OrderIntent[]> {
  const db = await getDb();
  const due = db
    .select({ id: orderIntents.id })
    .from(orderIntents)
    .where(isDue)
    .orderBy(asc(orderIntents.createdAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return db.update(orderIntents).set(oneMoreTry).where(inArray(orderIntents.id, due)).returning();
}

/** The same for one intent; undefined when it is not due or already settled. */
export async function takeLookup(intentId: string): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [taken] = await db
    .update(orderIntents)
    .set(oneMoreTry)
    .where(and(eq(orderIntents.id, intentId), isDue))
    .returning();
  return taken;
}

/** Ion answered, and showed no order: the evidence that a person may decide on. Undefined when it is settled meanwhile. */
export async function noteLook(
  intentId: string,
  { cartStatus }: { cartStatus: string | null },
): Promise<OrderIntent | undefined> {
  const db = await getDb();
  const [noted] = await db
    .update(orderIntents)
    .set({
      lookups: sql`${orderIntents.lookups} + 1`,
      lastLookupAt: sql`clock_timestamp()`,
      cartStatus,
    })
    .where(and(eq(orderIntents.id, intentId), eq(orderIntents.state, "unknown")))
    .returning();
  return noted;
}
