import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { userCustomers, users } from "@/lib/db/schema/users";
import { env } from "@/lib/env";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";

// Writes the demo's account, people and Ion connection. Runs before the portal starts, since the embedded database
// belongs to one process at a time. A second run changes nothing but a dead connection.

/** How long the account holds confirmed orders; the column's default where it is not given. */
const [holdSeconds] = process.argv.slice(2);

const PASSWORD = "ion-demo";
const PEOPLE = [
  { email: "owner@example.com", name: "Olivia Marsh", role: "owner" },
  { email: "admin@example.com", name: "Adam Keller", role: "admin" },
  { email: "sales@example.com", name: "Sara Lindqvist", role: "sales" },
] as const;
/** How many of the account's customers the demo's sales person looks after. */
const SALES_CUSTOMERS = 20;

/** What an owner does by hand at real Ion: ask for new credentials and copy the refresh token. */
async function requestCredentials(): Promise<{ accountId: string; refreshToken: string }> {
  const response = await fetch(new URL("/_emulator/tokens", env().ION_BASE_URL), { method: "POST" });
  if (!response.ok)
    throw new Error(`the emulator answered ${response.status} to the request for credentials`);
  return (await response.json()) as { accountId: string; refreshToken: string };
}

async function ensureAccount(ionAccountId: string) {
  const db = await getDb();
  await db
    .insert(accounts)
    .values({
      name: "Northwind Cloud Partners",
      ionAccountId,
      approvalLimits: { USD: "5000", EUR: "5000", GBP: "4000", CAD: "6500" },
      ...(holdSeconds === undefined ? {} : { holdSeconds: Number(holdSeconds) }),
    })
    .onConflictDoNothing();
  const [account] = await db.select().from(accounts).where(eq(accounts.ionAccountId, ionAccountId));
  if (!account) throw new Error("the account was not written");
  return account;
}

async function ensurePeople(accountId: string) {
  const db = await getDb();
  const passwordHash = await hash(PASSWORD);
  await db
    .insert(users)
    .values(PEOPLE.map((person) => ({ ...person, accountId, passwordHash })))
    .onConflictDoNothing();
}

async function connectionWorks(accountId: string): Promise<boolean> {
  try {
    const ion = await connectIon(accountId);
    await ion.customers.list({ pageSize: 1 });
    return true;
  } catch {
    return false;
  }
}

async function assignCustomers(accountId: string) {
  const db = await getDb();
  const [sales] = await db.select().from(users).where(eq(users.email, "sales@example.com"));
  if (!sales) throw new Error("the sales person was not written");
  const ion = await connectIon(accountId);
  const { customers } = await ion.customers.list({ pageSize: SALES_CUSTOMERS });
  await db
    .insert(userCustomers)
    .values(customers.map((customer) => ({ userId: sales.id, customerId: customer.id })))
    .onConflictDoNothing();
}

const db = await getDb();
const [existing] = await db.select().from(accounts).limit(1);
if (!existing || !(await connectionWorks(existing.id))) {
  const credentials = await requestCredentials();
  const account = await ensureAccount(credentials.accountId);
  await storeRefreshToken(account.id, credentials.refreshToken);
  await ensurePeople(account.id);
  await assignCustomers(account.id);
}
await closeDatabase();
process.exit(0);
