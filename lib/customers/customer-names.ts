import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { getDb } from "@/lib/db/client";
import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { readMirrorState } from "@/lib/mirror/read-freshness";
import { customersOf } from "./customer-list-sql";

type Names = ReadonlyMap<string, string>;

// On globalThis: route handlers and pages are separate bundles of one process.
const held = globalThis as typeof globalThis & {
  portalCustomerNames?: Map<string, { version: number; names: Names }>;
};

/**
 * Organization names by customer id, of the customers this person may see, as the mirror has them. A name that is missing
 * was made a moment ago: show the id.
 */
export async function customerNames(): Promise<Names> {
  const actor = await requirePermission("customers:read");
  if (actor.customerIds !== "all") return readNames(actor);
  held.portalCustomerNames ??= new Map();
  const kept = held.portalCustomerNames;
  const { version } = await readMirrorState(actor, "customers");
  const known = kept.get(actor.accountId);
  if (known && known.version === version) return known.names;
  const names = await readNames(actor);
  if (version !== null) kept.set(actor.accountId, { version, names });
  return names;
}

async function readNames(actor: Actor): Promise<Names> {
  const db = await getDb();
  const rows = await db
    .select({ id: mirrorCustomers.id, organization: mirrorCustomers.organization })
    .from(mirrorCustomers)
    .where(customersOf(actor));
  return new Map(rows.map(({ id, organization }) => [id, organization]));
}
