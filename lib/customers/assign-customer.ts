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
  await requireSalesPeople(actor, userIds);
  await writeAssignments(actor, customerId, userIds);
}

/** Throws AppError INVALID_INPUT when one of them is no sales person of the actor's account. */
export async function requireSalesPeople(actor: Actor, userIds: readonly string[]): Promise<void> {
  const known = new Set(await salesPeopleIds(actor));
  if (userIds.some((id) => !known.has(id))) throw new AppError("INVALID_INPUT");
}

/** `assignCustomer` for a use case that has authorised itself; writes nothing when nothing changes. */
export async function writeAssignments(
  actor: Actor,
  customerId: string,
  userIds: readonly string[],
): Promise<void> {
  const db = await getDb();
  const sellers = await salesPeopleIds(actor);
  if (sellers.length === 0) return;
  const ofCustomer = and(eq(userCustomers.customerId, customerId), inArray(userCustomers.userId, sellers));
  const held = await db.select({ userId: userCustomers.userId }).from(userCustomers).where(ofCustomer);
  const wanted = new Set(userIds);
  const added = [...wanted].filter((id) => !held.some(({ userId }) => userId === id));
  const removed = held.map(({ userId }) => userId).filter((id) => !wanted.has(id));
  if (added.length === 0 && removed.length === 0) return;
  const entry = {
    action: "customers:assign",
    resource: `customers/${customerId}`,
    details: { added, removed },
  };
  await audited(actor, entry, () =>
    db.transaction(async (tx) => {
      if (removed.length > 0) {
        await tx.delete(userCustomers).where(and(ofCustomer, inArray(userCustomers.userId, removed)));
      }
      if (added.length > 0) {
        const rows = added.map((userId) => ({ userId, customerId }));
        await tx.insert(userCustomers).values(rows).onConflictDoNothing();
      }
    }),
  );
}

async function salesPeopleIds(actor: Actor): Promise<string[]> {
  const db = await getDb();
  const people = await db.select({ id: users.id }).from(users).where(sellsFor(actor.accountId));
  return people.map(({ id }) => id);
}
