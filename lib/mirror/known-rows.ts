import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, getDb } from "@/lib/db/client";
import { syncRunPages } from "@/lib/db/schema/sync-runs";
import type { AnySource } from "./mirror-source";
import type { SyncRun } from "./pass";
import { selectRows } from "./select-rows";

/** What a pass has to know of a row to see whether it changed. */
export type KnownRow = {
  hash: string;
  /** Milliseconds since 1970. */
  readAt: number;
  missedPasses: number;
};

const known = z.object({
  ids: z.array(z.string()).nullable(),
  hashes: z.array(z.string()).nullable(),
  read_at: z.array(z.coerce.number()).nullable(),
  missed: z.array(z.number()).nullable(),
});

/** All rows of the account by id. As four lists: ten thousands of single rows take the drivers several times as long. */
export async function loadKnownRows({ table }: AnySource, accountId: string): Promise<Map<string, KnownRow>> {
  const [lists] = await selectRows(
    await getDb(),
    known,
    sql`select to_json(array_agg(id)) as ids, to_json(array_agg(hash)) as hashes,
      to_json(array_agg(floor(extract(epoch from read_at) * 1000)::float8)) as read_at,
      to_json(array_agg(missed_passes)) as missed
      from ${table} where account_id = ${accountId}`,
  );
  const rows = new Map<string, KnownRow>();
  for (const [index, id] of (lists?.ids ?? []).entries()) {
    rows.set(id, {
      hash: lists?.hashes?.[index] ?? "",
      readAt: lists?.read_at?.[index] ?? 0,
      missedPasses: lists?.missed?.[index] ?? 0,
    });
  }
  return rows;
}

const page = z.object({ ids: z.array(z.string()) });

/** The ids that an interrupted run has met. */
export async function loadMetIds(run: SyncRun): Promise<Set<string>> {
  if (run.pages === 0) return new Set();
  const db: Db = await getDb();
  const pages = await selectRows(
    db,
    page,
    sql`select to_json(ids) as ids from ${syncRunPages} where run_id = ${run.id}`,
  );
  return new Set(pages.flatMap(({ ids }) => ids));
}
