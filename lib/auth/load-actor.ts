import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { userCustomers, users } from "@/lib/db/schema/users";
import type { Actor } from "./actor";

/** Reads a user with account and assigned customers; undefined when unknown or disabled. */
export async function loadActor(userId: string): Promise<Actor | undefined> {
  const db = await getDb();
  const [row] = await db
    .select({ user: users, ionAccountId: accounts.ionAccountId })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(eq(users.id, userId));
  if (!row || row.user.disabledAt) return undefined;
  const { user, ionAccountId } = row;
  const assigned =
    user.role === "sales"
      ? await db
          .select({ customerId: userCustomers.customerId })
          .from(userCustomers)
          .where(eq(userCustomers.userId, user.id))
      : [];
  return {
    userId: user.id,
    accountId: user.accountId,
    ionAccountId,
    name: user.name,
    email: user.email,
    role: user.role,
    customerIds: user.role === "sales" ? new Set(assigned.map((row) => row.customerId)) : "all",
  };
}
