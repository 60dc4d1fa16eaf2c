import { randomInt, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { loadActor } from "@/lib/auth/load-actor";
import type { Role } from "@/lib/auth/permissions";
import { getDb } from "../client";
import { accounts } from "../schema/accounts";
import { userCustomers, users } from "../schema/users";

/** A reseller account of a test's own. `ionAccountId` may name one that the emulator knows. */
export async function makeAccount(
  ionAccountId = String(randomInt(20_000, 2_000_000_000)),
  approvalLimits: Record<string, string> = {},
): Promise<{ id: string; ionAccountId: string }> {
  const db = await getDb();
  const [account] = await db
    .insert(accounts)
    // Orders go at once, but where a test is about the hold and sets it.
    .values({ name: "Test reseller", ionAccountId, approvalLimits, holdSeconds: 0 })
    .returning();
  if (!account) throw new Error("no account");
  return account;
}

/** A person of that account; sales people get the given customers. */
export async function makePerson(accountId: string, role: Role, customerIds: string[] = []): Promise<Actor> {
  const db = await getDb();
  const email = `${role}-${randomUUID()}@example.com`;
  const [user] = await db
    .insert(users)
    .values({ accountId, role, email, name: `Test ${role}` })
    .returning();
  if (!user) throw new Error("no user");
  if (customerIds.length > 0) {
    await db.insert(userCustomers).values(customerIds.map((customerId) => ({ userId: user.id, customerId })));
  }
  const actor = await loadActor(user.id);
  if (!actor) throw new Error("no actor");
  return actor;
}
