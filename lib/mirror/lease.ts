import "server-only";
import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, getDb } from "@/lib/db/client";
import { type MirrorResource, mirrorState } from "@/lib/db/schema/mirror";
import { selectRows } from "./select-rows";

/** The right to sync one resource of one account, held by one pass in one process at a time. */
export type Lease = {
  accountId: string;
  resource: MirrorResource;
  /** Of this pass alone: a pass that lost its lease can't write with it any more. */
  owner: string;
  /** How long it lasts unless it is renewed. */
  ms: number;
};

/** Somebody else took the lease after it had run out: this pass must not write any more. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";
}

/** A process that dies leaves its mirrors alone for this long. */
export const LEASE_MS = 60_000;

const one = z.object({ resource: z.string() });

/** Takes the lease, also one that has run out; null while somebody holds it. */
export async function takeLease(
  accountId: string,
  resource: MirrorResource,
  ms: number = LEASE_MS,
): Promise<Lease | null> {
  const db = await getDb();
  const lease = { accountId, resource, owner: randomUUID(), ms };
  await db.insert(mirrorState).values({ accountId, resource }).onConflictDoNothing();
  const taken = await selectRows(
    db,
    one,
    sql`update ${mirrorState} set lease_owner = ${lease.owner}, lease_until = ${until(ms)}
      where account_id = ${accountId} and resource = ${resource}
        and (lease_owner is null or lease_until < clock_timestamp()) returning resource`,
  );
  return taken.length > 0 ? lease : null;
}

/**
 * Renews the lease, by the database's clock. Inside a transaction it also keeps everybody else from taking it until that
 * transaction ends. Throws LeaseLostError when somebody took it.
 */
export async function renewLease(db: Db, lease: Lease): Promise<void> {
  const renewed = await selectRows(
    db,
    one,
    sql`update ${mirrorState} set lease_until = ${until(lease.ms)} where ${mine(lease)} returning resource`,
  );
  if (renewed.length === 0) throw new LeaseLostError("Somebody else syncs this mirror now.");
}

/** A transaction of the pass that holds the lease: it writes nothing when the lease is lost. */
export async function underLease<T>(lease: Lease, write: (tx: Db) => Promise<T>): Promise<T> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    await renewLease(tx, lease);
    return write(tx);
  });
}

/** Gives the lease back, if it still is this pass's. */
export async function releaseLease(lease: Lease): Promise<void> {
  const db = await getDb();
  await db.execute(
    sql`update ${mirrorState} set lease_owner = null, lease_until = null where ${mine(lease)}`,
  );
}

/** Renews the lease in the background, for the time that Ion takes over a page. Call the answer to end it. */
export function keepLease(lease: Lease, onLost: () => void): () => void {
  const timer = setInterval(() => {
    getDb()
      .then((db) => renewLease(db, lease))
      .catch((error) => {
        // A database that is away for a moment shows when the pass itself writes.
        if (error instanceof LeaseLostError) onLost();
      });
  }, lease.ms / 3);
  timer.unref();
  return () => clearInterval(timer);
}

function mine({ accountId, resource, owner }: Lease): SQL {
  return sql`account_id = ${accountId} and resource = ${resource} and lease_owner = ${owner}`;
}

function until(ms: number): SQL {
  return sql`clock_timestamp() + make_interval(secs => ${ms / 1000}::double precision)`;
}
