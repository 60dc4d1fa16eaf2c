import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { users } from "@/lib/db/schema/users";

/** The person who placed an order through this portal. To Ion all of them are the one user whose credentials we hold. */
export type WhoOrdered = { userId: string; name: string };

/** Who ordered; undefined for an order that was not placed here. */
export async function whoOrdered(
  accountId: string,
  customerId: string,
  orderId: string,
): Promise<WhoOrdered | undefined> {
  const db = await getDb();
  const [row] = await db
    .select({ userId: orderIntents.userId, name: users.name })
    .from(orderIntents)
    .innerJoin(users, eq(users.id, orderIntents.userId))
    .where(
      and(
        eq(orderIntents.accountId, accountId),
        eq(orderIntents.customerId, customerId),
        eq(orderIntents.orderId, orderId),
        eq(orderIntents.state, "placed"),
      ),
    )
    .limit(1);
  return row;
}
