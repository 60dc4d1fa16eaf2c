import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { userCustomers, users } from "@/lib/db/schema/users";
import type { SalesPerson } from "./schemas";

const person = { id: users.id, name: users.name, email: users.email };

/** The account's sales people who may still sign in, by name. For those who may edit customers. */
export async function listSalesPeople(): Promise<SalesPerson[]> {
  const actor = await requirePermission("customers:write");
  const db = await getDb();
  return db.select(person).from(users).where(sellsFor(actor.accountId)).orderBy(asc(users.name));
}

/** The sales people who look after this customer, by name. For those who may edit customers. */
export async function listAssignedPeople(customerId: string): Promise<SalesPerson[]> {
  const actor = await requirePermission("customers:write", customerId);
  const db = await getDb();
  return db
    .select(person)
    .from(users)
    .innerJoin(userCustomers, eq(userCustomers.userId, users.id))
    .where(and(sellsFor(actor.accountId), eq(userCustomers.customerId, customerId)))
    .orderBy(asc(users.name));
}

/** Condition on `users`: a sales person of this account who is not disabled. */
export function sellsFor(accountId: string) {
  return and(eq(users.accountId, accountId), eq(users.role, "sales"), isNull(users.disabledAt));
}
