import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { mirrorCustomers, mirrorState } from "@/lib/db/schema/mirror";
import { storeRefreshToken } from "@/lib/ion/connect";
import { syncResource } from "../sync";
import { scriptedSource, someItems } from "./scripted-source";

// A portal process of its own that runs one full pass over 100 scripted customers, for tests that kill it or start two.
// Says a line a page, and at the end its outcome, the pages it asked for and the rows there are.

const [ionAccountId = "", pauseMs = "0", leaseRanOut = ""] = process.argv.slice(2);

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const db = await getDb();
await db.insert(accounts).values({ name: "Test reseller", ionAccountId }).onConflictDoNothing();
const [account] = await db.select().from(accounts).where(eq(accounts.ionAccountId, ionAccountId));
if (!account) throw new Error("no account");
await storeRefreshToken(account.id, "never-used");

// As if the time had passed for which a dead process keeps its mirrors.
if (leaseRanOut) {
  const past = { leaseUntil: new Date(0).toISOString() };
  await db.update(mirrorState).set(past).where(eq(mirrorState.accountId, account.id));
}

const { source, script } = scriptedSource(someItems(100));
script.onPage = async (from) => {
  say({ page: from });
  await wait(Number(pauseMs));
};
const outcome = await syncResource(source, account.id, {
  kind: "full",
  trigger: "start",
  tuning: { flushMs: 0, leaseMs: 600_000 },
});
const rows = await db.select().from(mirrorCustomers).where(eq(mirrorCustomers.accountId, account.id));
say({ outcome, asked: script.asked, rows: rows.length });
await closeDatabase();
