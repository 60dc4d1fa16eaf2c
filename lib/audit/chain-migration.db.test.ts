import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { expect, test } from "vitest";
import { CHAIN_START, rowHash } from "./row-hash";

const folder = "lib/db/migrations";
const journal: { entries: { tag: string }[] } = JSON.parse(
  readFileSync(`${folder}/meta/_journal.json`, "utf8"),
);
const tags = journal.entries.map(({ tag }) => tag);
const ours = tags.findIndex((tag) => tag.endsWith("_audit_chain"));

test("the migration chains the entries that are there, account by account, and new ones go on from them", async () => {
  const database = await PGlite.create("memory://", { extensions: { pg_trgm } });
  const migrate = async (some: string[]) => {
    for (const tag of some) await database.exec(readFileSync(`${folder}/${tag}.sql`, "utf8"));
  };
  await migrate(tags.slice(0, ours));
  await database.exec(`
    insert into accounts (name, ion_account_id) values ('one', '1'), ('two', '2');
    insert into audit_log (account_id, action, resource, outcome, at, details)
      select id, 'session:sign-in', 'customers/' || n || '/carts', 'done', '2026-01-01T00:00:00.123456Z', '{"b": 1, "a": "é"}'
      from accounts, generate_series(1, 5) n;
  `);
  await migrate(tags.slice(ours, ours + 1));
  await database.exec(
    "insert into audit_log (account_id, action, resource, outcome) select id, 'session:sign-out', 'users/1', 'done' from accounts",
  );
  const { rows } = await database.query<Parameters<typeof rowHash>[1] & { hash: string; head: string }>(`
    select log.id::text, log.sequence::text, account_id::text as "accountId", user_id::text as "userId", action, resource,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, outcome, ion_request_id as "ionRequestId",
      details::text, log.hash, audit_heads.hash as head
    from audit_log log join audit_heads using (account_id) order by account_id, log.sequence`);
  expect(rows.map(({ sequence }) => sequence)).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
  ]);
  let previous = CHAIN_START;
  for (const row of rows) {
    if (row.sequence === "1") previous = CHAIN_START;
    expect(row.hash).toBe(rowHash(previous, row));
    previous = row.hash;
    if (row.sequence === "6") expect(row.head).toBe(row.hash);
  }
  await expect(database.exec("delete from audit_log")).rejects.toThrow("append-only");
  await database.close();
});
