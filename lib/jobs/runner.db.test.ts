import { setTimeout as wait } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import { getDb } from "@/lib/db/client";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { json, startFakeIon } from "@/lib/ion/testing/fake-ion";
import { openSyncEvents } from "@/lib/mirror/open-sync-events";
import { requestSync } from "@/lib/mirror/request-sync";
import { connectedAccount } from "@/lib/mirror/testing/scripted-source";
import { startJobs, stopJobs } from "./runner";

// The way from a person's click to the news in their browser, with a real queue.

let ionTakesMs = 0;
let ion: Awaited<ReturnType<typeof startFakeIon>>;
const PATIENCE_MS = 90_000;

beforeAll(async () => {
  ion = await startFakeIon();
  process.env.ION_BASE_URL = ion.baseUrl;
  const tokens = { access_token: "a", refresh_token: "r", expires_in: 7200, token_type: "Bearer" };
  const customers = [{ name: "accounts/1/customers/1", customerOrganization: "Contoso" }];
  ion.otherwise(async (response, request) => {
    await wait(ionTakesMs);
    const body = request.url.startsWith("/oauth")
      ? tokens
      : request.url.includes("/customers?")
        ? { customers }
        : {};
    json(200, body)(response, request);
  });
  await getDb();
});
afterAll(async () => {
  await stopJobs();
  await ion.stop();
});

/** What an event stream says until it has said `last`. */
async function readUntil(stream: ReadableStream<Uint8Array>, last: string): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  const deadline = Date.now() + PATIENCE_MS;
  while (!text.includes(last) && Date.now() < deadline) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value);
  }
  await reader.cancel();
  return text;
}

test(
  "a request waits for a process that runs jobs, and its news reach everybody of the account and nobody else",
  async () => {
    const accountId = await connectedAccount();
    const sales = await makePerson(accountId, "sales");
    const stranger = await makePerson((await makeAccount()).id, "owner");
    const ends = new AbortController();
    const news = await actingAs(sales, () => openSyncEvents(ends.signal));
    const strangersNews = await actingAs(stranger, () => openSyncEvents(ends.signal));

    // Nobody runs jobs yet, as in a replica with JOBS=off: the request is kept.
    await actingAs(sales, () => requestSync("customers"));
    await actingAs(sales, () => requestSync("customers"));
    const db = await getDb();
    const runsOf = () => db.select().from(syncRuns).where(eq(syncRuns.accountId, accountId));
    expect(await runsOf()).toEqual([]);

    await startJobs();
    const text = await readUntil(news, '"state":"done"');
    expect(text).toContain('event: changed\ndata: {"resource":"customers","version":1}');
    expect(text).toContain('event: progress\ndata: {"resource":"customers"');
    // How many customers the whole account has is not for whoever sees some of them.
    expect(text).toContain('"pages":null,"rows":null,"expected":null,"rowsPerSecond":null');
    expect(text).not.toMatch(/"resource":"customers".*"(rows|expected)":\d/);
    await vi.waitFor(async () => {
      const run = (await runsOf()).find(({ resource }) => resource === "customers");
      expect(run).toMatchObject({ state: "done", trigger: "person", requestedBy: sales.userId, inserted: 1 });
    });
    // Time for news to come that must not come.
    await wait(200);

    ends.abort();
    const strangersText = await readUntil(strangersNews, "never said");
    expect(strangersText).not.toContain("event:");
  },
  PATIENCE_MS + 30_000,
);

test("workers are told of a job, and after one look for the next, long before they would look by themselves", async () => {
  await startJobs();
  const db = await getDb();
  const listeners = await db.execute(sql`
    select channel from pg_listening_channels() as listening (channel) where channel like 'pgboss%'
    union all
    select query from pg_stat_activity where datname = current_database() and query like 'LISTEN "pgboss%'`);
  expect(listeners).toMatchObject({ rows: [expect.anything()] });

  const accounts = await Promise.all([1, 2, 3].map(() => connectedAccount()));
  const resources = ["customers", "orders", "products", "subscriptions"] as const;
  ionTakesMs = 500;
  // More than what each worker takes on and what it is told of meanwhile: some wait with nobody telling of them.
  for (const accountId of accounts) {
    const sales = await makePerson(accountId, "sales");
    for (const resource of resources) await actingAs(sales, () => requestSync(resource));
  }
  const runs = () => db.select().from(syncRuns).where(inArray(syncRuns.accountId, accounts));
  const done = async () => (await runs()).filter(({ state }) => state === "done");
  await vi.waitFor(async () => expect((await done()).length).toBeGreaterThanOrEqual(12), {
    timeout: 15_000,
    interval: 100,
  });
}, 60_000);
