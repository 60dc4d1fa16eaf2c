import "server-only";
import { eq, sql } from "drizzle-orm";
import { preparedQuery } from "@/lib/db/prepared";
import { accounts } from "@/lib/db/schema/accounts";
import { userCustomers, users } from "@/lib/db/schema/users";
import type { Actor } from "./actor";

const askForUser = preparedQuery((db) =>
  db
    .select({
      id: users.id,
      accountId: users.accountId,
      ionAccountId: accounts.ionAccountId,
      name: users.name,
      email: users.email,
      role: users.role,
      disabledAt: users.disabledAt,
      frameVersion: accounts.frameVersion,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(eq(users.id, sql.placeholder("userId")))
    .prepare("user"),
);

const askForCustomers = preparedQuery((db) =>
  db
    .select({ customerId: userCustomers.customerId })
    .from(userCustomers)
    .where(eq(userCustomers.userId, sql.placeholder("userId")))
    .prepare("customers_of_user"),
);

/** Reads a user with account and assigned customers; undefined when unknown or disabled. */
export async function loadActor(userId: string): Promise<Actor | undefined> {
  const [user] = await askForUser({ userId });
  if (!user || user.disabledAt) return undefined;
  const { accountId, ionAccountId, name, email, role, frameVersion } = user;
  const customerIds =
    role === "sales"
      ? new Set((await askForCustomers({ userId })).map(({ customerId }) => customerId))
      : ("all" as const);
  return { userId, accountId, ionAccountId, name, email, role, customerIds, frameVersion };
}
