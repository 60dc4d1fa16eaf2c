import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorLabels } from "@/lib/db/schema/mirror";
import { databaseJson } from "./database-json";

type LabelKind = (typeof mirrorLabels.$inferSelect)["kind"];

/** The names that were kept of one kind of thing, by id. */
export async function readLabels(accountId: string, kind: LabelKind): Promise<Map<string, string>> {
  const db = await getDb();
  const rows = await db
    .select({ id: mirrorLabels.id, name: mirrorLabels.name })
    .from(mirrorLabels)
    .where(and(eq(mirrorLabels.accountId, accountId), eq(mirrorLabels.kind, kind)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Keeps names. Those that Ion no longer lists stay: rows that still carry the id keep their name. */
export async function keepLabels(
  accountId: string,
  kind: LabelKind,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  if (names.size === 0) return;
  const db = await getDb();
  const rows = [...names].map(([id, name]) => ({ account_id: accountId, kind, id, name }));
  await db.execute(
    sql`insert into ${mirrorLabels} (account_id, kind, id, name)
      select account_id, kind, id, name from json_populate_recordset(null::${mirrorLabels}, ${databaseJson(rows)}::json)
      on conflict (account_id, kind, id) do update set name = excluded.name
      where ${mirrorLabels}.name <> excluded.name`,
  );
}
