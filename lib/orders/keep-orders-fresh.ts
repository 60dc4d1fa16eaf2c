import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorOrders } from "@/lib/db/schema/mirror";
import { later } from "@/lib/later";
import { readFreshness } from "@/lib/mirror/read-freshness";
import { syncResource } from "@/lib/mirror/sync";
import { orderMirror } from "./order-mirror";

/** While somebody looks at orders that may move, the mirror is no older than this, or nearly. */
const FRESH_MS = 10_000;

// On globalThis: route handlers and pages are separate bundles of one process.
const held = globalThis as typeof globalThis & { portalOrdersLookedAt?: Map<string, number> };

/**
 * Whoever looks at orders while some are under way calls this: after their answer, Ion is asked what changed, unless it
 * was a moment ago, by whatever process. So an order that moves is seen within seconds while people look, and nobody is
 * asked for while nobody looks. Never fails and never delays. For callers that have authorised the person.
 */
export function keepOrdersFresh({ accountId }: Pick<Actor, "accountId">): void {
  held.portalOrdersLookedAt ??= new Map();
  const lookedAt = held.portalOrdersLookedAt;
  const now = Date.now();
  if (now - (lookedAt.get(accountId) ?? 0) < FRESH_MS) return;
  lookedAt.set(accountId, now);
  later("orders-not-renewed", async () => {
    const { asOf, running, held: waits } = await readFreshness({ accountId, customerIds: "all" }, "orders");
    // Filling the mirror, and what a person has to decide about, are the business of the schedule.
    if (asOf === null || running || waits || now - Date.parse(asOf) < FRESH_MS) return;
    if (!(await hasOpenOrders(accountId))) return;
    await syncResource(orderMirror, accountId, { kind: "incremental", trigger: "schedule" });
  });
}

async function hasOpenOrders(accountId: string): Promise<boolean> {
  const db = await getDb();
  const open = await db
    .select({ id: mirrorOrders.id })
    .from(mirrorOrders)
    // Literals: the planner sees that the partial index of open orders answers this.
    .where(
      sql`${mirrorOrders.accountId} = ${accountId} and ${mirrorOrders.state} in ('pending', 'running', 'unknown')`,
    )
    .limit(1);
  return open.length > 0;
}
