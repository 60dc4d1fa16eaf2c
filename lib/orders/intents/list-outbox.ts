import "server-only";
import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { users } from "@/lib/db/schema/users";
import type { Outbox, OutboxRow } from "./intent-shapes";
import { iso, referenceOf, secondsLeft, toEvidence, toRefusal } from "./intent-view";
import type { OrderIntent } from "./take-step";

const MOST_LIVE = 200;
const MOST_SETTLED = 50;

/**
 * What is held, going and unconfirmed, and what came of the rest within a day: all of it for owners and admins, their
 * own and their customers' for sales. Known to the portal itself, so it is there when Ion is not.
 */
export async function listOutbox(): Promise<Outbox> {
  const actor = await requirePermission("orders:place");
  const isLive = inArray(orderIntents.state, ["held", "pending", "sending", "unknown"]);
  const isSettled = and(
    inArray(orderIntents.state, ["placed", "rejected", "released", "recalled"]),
    sql`${orderIntents.settledAt} > now() - interval '1 day'`,
  );
  const [live, settled, nameOf] = await Promise.all([
    select(actor, isLive, asc(orderIntents.createdAt), MOST_LIVE),
    select(actor, isSettled, desc(orderIntents.settledAt), MOST_SETTLED),
    customerNameOf(),
  ]);
  const toRows = (rows: Selected[]) => Promise.all(rows.map((row) => toRow(row, actor, nameOf)));
  return { live: await toRows(live), settled: await toRows(settled), asOf: new Date().toISOString() };
}

type Selected = { intent: OrderIntent; orderedBy: string };

async function select(actor: Actor, where: SQL | undefined, order: SQL, limit: number): Promise<Selected[]> {
  const { customerIds } = actor;
  const db = await getDb();
  return db
    .select({ intent: orderIntents, orderedBy: users.name })
    .from(orderIntents)
    .innerJoin(users, eq(users.id, orderIntents.userId))
    .where(
      and(
        eq(orderIntents.accountId, actor.accountId),
        where,
        customerIds === "all"
          ? undefined
          : or(eq(orderIntents.userId, actor.userId), inArray(orderIntents.customerId, [...customerIds])),
      ),
    )
    .orderBy(order)
    .limit(limit);
}

async function toRow(
  { intent, orderedBy }: Selected,
  actor: Actor,
  nameOf: (customerId: string) => string | null,
): Promise<OutboxRow> {
  return {
    id: intent.id,
    kind: intent.kind,
    state: intent.state,
    customerId: intent.customerId,
    customerName: nameOf(intent.customerId),
    cartId: intent.cartId,
    subscriptionId: intent.subscriptionId,
    orderId: intent.orderId,
    lines: intent.lines,
    totals: intent.seenTotals,
    orderedBy,
    isMine: intent.userId === actor.userId,
    createdAt: intent.createdAt.toISOString(),
    heldUntil: iso(intent.heldUntil),
    secondsLeft: secondsLeft(intent),
    sentAt: iso(intent.sentAt),
    settledAt: iso(intent.settledAt),
    attempts: intent.attempts,
    ...toEvidence(intent),
    reference: referenceOf(intent),
    refusal: await toRefusal(intent),
  };
}
