import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { makePerson } from "@/lib/db/testing/people";
import { claimDue } from "../intents/leases";
import { giveUpLostSenders } from "../intents/reconcile-intents";
import { tryIntent } from "../intents/send-intent";
import { openTestIntent } from "./intents";

// A replica of its own that opens intents and sends what is due with a scripted Ion, for tests that kill it or start two.
// Says a line for each request that leaves, and at the end how many intents there are in each state. With `send-when-told`
// it says when it could begin, and begins with the first line that it reads.

const [ionAccountId = "", open = "0", answerAfterMs = "0", mode = "send"] = process.argv.slice(2);

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const db = await getDb();
await db
  .insert(accounts)
  .values({ name: "Test reseller", ionAccountId, holdSeconds: 0 })
  .onConflictDoNothing();
const [account] = await db.select().from(accounts).where(eq(accounts.ionAccountId, ionAccountId));
if (!account) throw new Error("no account");

if (Number(open) > 0) {
  const person = await makePerson(account.id, "owner");
  for (let cart = 1; cart <= Number(open); cart++) {
    await openTestIntent(person, { customerId: "10", cartId: String(cart) });
  }
}
if (mode === "send-when-told") {
  say({ ready: true });
  await once(process.stdin, "data");
  process.stdin.destroy();
}
if (mode !== "open-only") {
  // As if the time had passed for which a dead sender keeps its intents.
  if (mode === "leases-ran-out") await db.update(orderIntents).set({ leaseUntil: new Date(0) });
  await giveUpLostSenders();
  for (;;) {
    const claims = await claimDue(3);
    if (claims.length === 0) break;
    await Promise.all(
      claims.map((claim) =>
        tryIntent(claim, {
          prepare: async ({ id, cartId }) => {
            await wait(5);
            return async () => {
              say({ sent: id });
              await wait(Number(answerAfterMs));
              return { id: `9${cartId}` };
            };
          },
        }),
      ),
    );
  }
}
const rows = await db
  .select({ state: orderIntents.state })
  .from(orderIntents)
  .where(eq(orderIntents.accountId, account.id));
say({ states: rows.map(({ state }) => state).sort() });
await closeDatabase();
