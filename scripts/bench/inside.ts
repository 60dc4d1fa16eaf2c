// What can only be measured inside of the portal's process, on the database a run has filled, with the portal stopped:
// the bare SQL of the lists, catalog search without HTTP, and passes in which nothing has changed. Prints one JSON object.
// Run by scripts/bench/lists.mjs with the portal's environment.
import { eq } from "drizzle-orm";
import pg from "pg";
import { actingAs } from "@/lib/auth/acting-as";
import { loadActor } from "@/lib/auth/load-actor";
import { catalogQuerySchema } from "@/lib/catalog/inputs";
import { listProducts } from "@/lib/catalog/list-products";
import { customerListQuerySchema } from "@/lib/customers/customer-list-schema";
import { listCustomers } from "@/lib/customers/list-customers";
import { closeDatabase, getDatabase, getDb } from "@/lib/db/client";
import { syncRuns } from "@/lib/db/schema/sync-runs";
import { users } from "@/lib/db/schema/users";
import { MIRROR_SOURCES } from "@/lib/jobs/mirror-sources";
import { syncResource } from "@/lib/mirror/sync";
import { listOrders } from "@/lib/orders/list-orders";
import { orderListQuerySchema } from "@/lib/orders/order-list-schema";
import { listSubscriptions } from "@/lib/subscriptions/list-subscriptions";
import { subscriptionListQuerySchema } from "@/lib/subscriptions/subscription-list-schema";

/** `warm`: how many addresses of each list only warm the database up. */
type Task = { lists: Record<string, string[]>; warm: number; searches: string[] };
type Statement = { text: string; values: unknown[] };

const task: Task = JSON.parse(process.argv[2] ?? "{}");

const LISTS: Record<string, (search: Record<string, string>) => Promise<unknown>> = {
  customers: (search) => listCustomers(customerListQuerySchema.parse(search)),
  orders: (search) => listOrders(orderListQuerySchema.parse(search)),
  subscriptions: (search) => listSubscriptions(subscriptionListQuerySchema.parse(search)),
};

let recorded: Statement[] | undefined;

/** Reading is the list's; what is written meanwhile belongs to a pass that somebody's look has set off. */
function record(text: string | undefined, values: unknown[]): void {
  if (text && /^\s*(select|with)\b/i.test(text)) recorded?.push({ text, values });
}

/** Notes every question that goes to either database while `recorded` is set. */
function listenToSql(): void {
  const sendPg = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const text = typeof first === "string" ? first : (first as { text?: string } | undefined)?.text;
    const given = typeof first === "string" ? second : (second ?? (first as { values?: unknown[] }).values);
    record(text, Array.isArray(given) ? given : []);
    return Reflect.apply(sendPg, this, args);
  } as typeof sendPg;
}

async function bareSql(statements: readonly Statement[]): Promise<void> {
  const { pool } = await getDatabase();
  await Promise.all(statements.map(({ text, values }) => pool.query(text, values)));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function main() {
  listenToSql();
  const db = await getDb();
  const [owner] = await db.select().from(users).where(eq(users.role, "owner"));
  const actor = owner && (await loadActor(owner.id));
  if (!owner || !actor) throw new Error("there is no owner");

  const sql: Record<string, number[]> = {};
  const inProcess: Record<string, number[]> = {};
  for (const [list, addresses] of Object.entries(task.lists)) {
    const read = LISTS[list];
    if (!read) continue;
    sql[list] = [];
    inProcess[list] = [];
    for (const [turn, address] of addresses.entries()) {
      const search = Object.fromEntries(new URLSearchParams(address));
      recorded = [];
      const ms = await timed(() => actingAs(actor, () => read(search)));
      const statements = recorded;
      recorded = undefined;
      if (turn < task.warm) continue;
      inProcess[list].push(ms);
      sql[list].push(await timed(() => bareSql(statements)));
    }
  }

  const search: number[] = [];
  for (const round of [0, 1]) {
    for (const address of task.searches) {
      const query = catalogQuerySchema.parse(Object.fromEntries(new URLSearchParams(address)));
      const ms = await timed(() => actingAs(actor, () => listProducts(query)));
      if (round === 1) search.push(ms);
    }
  }

  const first = await db.select().from(syncRuns).where(eq(syncRuns.kind, "full"));
  const passes = [];
  for (const [resource, source] of Object.entries(MIRROR_SOURCES)) {
    const before = first
      .filter((run) => run.resource === resource && run.state === "done")
      .sort((one, other) => one.startedAt.localeCompare(other.startedAt))[0];
    const pass = () => syncResource(source, owner.accountId, { kind: "full", trigger: "schedule" });
    // Ion's world has moved on since the first pass, and stands still now. What is measured is the pass after this one.
    await pass();
    const begin = performance.now();
    const outcome = await pass();
    passes.push({
      resource,
      first: before && {
        seconds: (Date.parse(before.finishedAt ?? "") - Date.parse(before.startedAt)) / 1000,
        databaseMs: before.databaseMs,
        rows: before.rows,
      },
      again: { seconds: (performance.now() - begin) / 1000, outcome },
    });
  }
  process.stdout.write(`${JSON.stringify({ sql, inProcess, search, passes })}\n`);
  await closeDatabase();
}

await main();
process.exit(0);
