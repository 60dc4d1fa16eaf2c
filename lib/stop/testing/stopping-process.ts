import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { closeDatabase, getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { mirrorState } from "@/lib/db/schema/mirror";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { checkReadiness } from "@/lib/health/check-readiness";
import { storeRefreshToken } from "@/lib/ion/connect";
import { later } from "@/lib/later";
import { startPortal } from "@/lib/start-portal";
import { closingSignal } from "../stopping";

// A portal process of its own for tests that stop it: its jobs, and a small server in the place of Next's. Says its port,
// what it is asked, and what was done late. With `look` it only says how the mirror was left.

const [ionAccountId = "", mode = "run"] = process.argv.slice(2);

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function account() {
  const db = await getDb();
  await db.insert(accounts).values({ name: "Test reseller", ionAccountId }).onConflictDoNothing();
  const [row] = await db.select().from(accounts).where(eq(accounts.ionAccountId, ionAccountId));
  if (!row) throw new Error("no account");
  return { db, id: row.id };
}

async function look() {
  const { db, id } = await account();
  const leases = await db.select().from(mirrorState).where(eq(mirrorState.accountId, id));
  const runs = await db.select().from(syncRuns).where(eq(syncRuns.accountId, id));
  say({
    leases: leases.filter(({ leaseOwner }) => leaseOwner !== null).length,
    runs: runs.map(({ resource, state, checkpoint }) => ({ resource, state, checkpoint })),
  });
  await closeDatabase();
}

async function run() {
  await storeRefreshToken((await account()).id, "first");
  await startPortal();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://portal");
    say({ asked: url.pathname });
    if (url.pathname === "/ready") {
      const readiness = await checkReadiness();
      response.writeHead(readiness.ready ? 200 : 503).end(JSON.stringify(readiness));
    } else if (url.pathname === "/stream") {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      closingSignal().addEventListener("abort", () => response.end("data: the end\n\n"));
    } else {
      const ms = Number(url.searchParams.get("ms"));
      later("late", async () => {
        await wait(ms + 200);
        const [row] = await (await getDb()).select().from(accounts);
        say({ late: row?.ionAccountId });
      });
      await wait(ms);
      response.end("whole");
    }
  });
  server.listen(0, "127.0.0.1", () => say({ port: (server.address() as AddressInfo).port }));
}

await (mode === "look" ? look() : run());
