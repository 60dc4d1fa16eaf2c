import { eq } from "drizzle-orm";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { ionConnections } from "@/lib/db/schema/connections";
import { keepIonConnectionAlive, storeRefreshToken } from "../connect";

// A portal process of its own that renews an account's tokens so many times, for tests that kill it or start several.
// Says a line when it is up, one a renewal, and at the end how the connection stands.

const [ionAccountId = "", times = "1", firstToken = ""] = process.argv.slice(2);

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const db = await getDb();
await db.insert(accounts).values({ name: "Test reseller", ionAccountId }).onConflictDoNothing();
const [account] = await db.select().from(accounts).where(eq(accounts.ionAccountId, ionAccountId));
if (!account) throw new Error("no account");
if (firstToken) await storeRefreshToken(account.id, firstToken);
say({ up: true });
for (let renewal = 1; renewal <= Number(times); renewal += 1) {
  const failed = await keepIonConnectionAlive(account.id, 0).then(
    () => null,
    (error: unknown) => String(error),
  );
  say({ renewal, failed });
}
const [row] = await db.select().from(ionConnections).where(eq(ionConnections.accountId, account.id));
say({ state: row?.state, reason: row?.stateReason, leaseOwner: row?.rotationLeaseOwner });
await closeDatabase();
process.exit(0);
