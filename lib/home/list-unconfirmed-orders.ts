import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { customerNameOf } from "@/lib/customers/customer-name-of";
import { getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { users } from "@/lib/db/schema/users";
import type { UnconfirmedOrder } from "./today-schemas";

const MOST = 50;

/**
 * The orders of the customers this person may see that Ion has not confirmed, the oldest first. Known to the portal
 * itself, so they are there when Ion is not.
 */
export async function listUnconfirmedOrders(): Promise<UnconfirmedOrder[]> {
  const actor = await requirePermission("orders:read");
  return readUnconfirmedOrders(actor, await customerNameOf());
}

/** The same for a caller who has authorised the person and holds the names. */
export async function readUnconfirmedOrders(
  actor: Actor,
  nameOf: (customerId: string) => string | null,
): Promise<UnconfirmedOrder[]> {
  const { customerIds } = actor;
  if (customerIds !== "all" && customerIds.size === 0) return [];
  const db = await getDb();
  const rows = await db
    .select({ intent: orderIntents, orderedBy: users.name })
    .from(orderIntents)
    .innerJoin(users, eq(users.id, orderIntents.userId))
    .where(
      and(
        eq(orderIntents.accountId, actor.accountId),
        eq(orderIntents.state, "unknown"),
        customerIds === "all" ? undefined : inArray(orderIntents.customerId, [...customerIds]),
      ),
    )
    .orderBy(asc(orderIntents.createdAt))
    .limit(MOST);
  return rows.map(({ intent, orderedBy }) => ({
    id: intent.id,
    customerId: intent.customerId,
    customerName: nameOf(intent.customerId),
    cartId: intent.cartId,
    name: intent.lines[0]?.name ?? "",
    totals: intent.seenTotals,
    since: (intent.sentAt ?? intent.createdAt).toISOString(),
    orderedBy,
  }));
}
