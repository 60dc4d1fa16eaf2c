import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { audited } from "@/lib/audit/audited";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { userCustomers, users } from "@/lib/db/schema/users";
import { AppError } from "@/lib/errors";
import { sellsFor } from "./list-sales-people";

/**
 * Says which sales people look after a customer, in place of those who did. Throws AppError FORBIDDEN for sales, and
 * INVALID_INPUT when somebody named is no sales person of this account.
 */
export async function assignCustomer(customerId: string, userIds: readonly string[]): Promise<void> {
  const actor = await requirePermission("customers:write", customerId);
  await writeAssignments(actor, customerId, userIds);
}

/** `assignCustomer` for a use case that has authorised itself; writes nothing when nothing changes. */
export async function writeAssignments(
  actor: Actor,
  customerId: string,
  userIds: readonly string[],
): Promise<void> {
  const db = await getDb();
  const wanted = new Set(userIds);
  const people = await db.select({ id: users.id }).from(users).where(sellsFor(actor.accountId));
  const known = people.map(({ id }) => id);
  const strangers = [...wanted].filter((id) => !known.includes(id));
  if (strangers.length > 0) throw new AppError("INVALID_INPUT");
  if (known.length === 0) return;
  const held = await db
    .select({ userId: userCustomers.userId })
    .from(userCustomers)
    .where(and(eq(userCustomers.customerId, customerId), inArray(userCustomers.userId, known)));
  const added = [...wanted].filter((id) => !held.some(({ userId }) => userId === id));
  const removed = held.map(({ userId }) => userId).filter((id) => !wanted.has(id));
  if (added.length === 0 && removed.length === 0) return;
  await audited(
    actor,
    { action: "customers:assign", resource: `customers/${customerId}`, details: { added, removed } },
    () =>
      db.transaction(async (tx) => {
        if (removed.length > 0) {
          await tx
            .delete(userCustomers)
            .where(and(eq(userCustomers.customerId, customerId), inArray(userCustomers.userId, removed)));
        }
        if (added.length > 0) {
          await tx
            .insert(userCustomers)
            .values(added.map((userId) => ({ userId, customerId })))
            .onConflictDoNothing();
        }
      }),
  );
}
