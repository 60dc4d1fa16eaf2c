import "server-only";
import { and, asc, eq, getTableColumns, gt, isNotNull, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { decrypt, type EncryptionKey, encrypt } from "@/lib/ion/crypto";
import { log } from "@/lib/log";
import { SEALED_COLUMNS, type SealedColumn } from "./sealed-columns";

const BATCH = 200;

export interface ReEncrypted {
  /** Now under the newest key. */
  renewed: number;
  /** Changed by somebody else meanwhile: theirs is under the newest key already, or the next run's. */
  overtaken: number;
  /** Under a key that is not among ENCRYPTION_KEYS, or damaged. */
  unreadable: number;
}

/**
 * Puts every stored secret that is not under the newest of `ENCRYPTION_KEYS` under it. May be run at any time, beside
 * anything: a ciphertext is replaced only while it is the one that was read. Runs as a job, each hour and at start.
 */
export async function reEncryptSecrets(
  keys: readonly EncryptionKey[] = env().ENCRYPTION_KEYS,
): Promise<ReEncrypted> {
  const total: ReEncrypted = { renewed: 0, overtaken: 0, unreadable: 0 };
  for (const column of SEALED_COLUMNS) {
    const done = await reEncryptColumn(column, keys);
    total.renewed += done.renewed;
    total.overtaken += done.overtaken;
    total.unreadable += done.unreadable;
    const line = { event: "secrets-re-encrypted", column: column.name, keyId: keys[0]?.id, ...done };
    if (done.unreadable > 0) log.error(line, "some secrets can't be read with any of the keys");
    else if (done.renewed > 0) log.info(line, "secrets are now under the newest key");
  }
  return total;
}

async function reEncryptColumn(column: SealedColumn, keys: readonly EncryptionKey[]): Promise<ReEncrypted> {
  const done: ReEncrypted = { renewed: 0, overtaken: 0, unreadable: 0 };
  const newest = keys[0]?.id ?? "";
  const { table, id, cipher } = column;
  const db = await getDb();
  const isOld = and(isNotNull(cipher), sql`split_part(${cipher}, ':', 2) <> ${newest}`);
  for (let last: string | null = null; ; ) {
    const rows: { id: unknown; cipher: unknown }[] = await db
      .select({ id, cipher })
      .from(table)
      .where(last === null ? isOld : and(isOld, gt(id, last)))
      .orderBy(asc(id))
      .limit(BATCH);
    for (const row of rows) {
      last = String(row.id);
      done[await reEncryptOne(column, last, String(row.cipher), keys)] += 1;
    }
    if (rows.length < BATCH) return done;
  }
}

async function reEncryptOne(
  { table, id, cipher, purposeOf, name }: SealedColumn,
  rowId: string,
  old: string,
  keys: readonly EncryptionKey[],
): Promise<keyof ReEncrypted> {
  const purpose = purposeOf(rowId);
  let renewed: string;
  try {
    renewed = encrypt(decrypt(old, keys, purpose), keys, purpose);
  } catch (error) {
    log.error({ event: "secret-unreadable", column: name, id: rowId, err: error }, "a secret can't be read");
    return "unreadable";
  }
  const db = await getDb();
  const written = await db
    .update(table)
    .set({ [propertyOf(table, cipher.name)]: renewed })
    .where(and(eq(id, rowId), eq(cipher, old)))
    .returning({ id });
  return written.length > 0 ? "renewed" : "overtaken";
}

/** Drizzle writes by the name a column has in the code. */
function propertyOf(table: SealedColumn["table"], columnName: string): string {
  const found = Object.entries(getTableColumns(table)).find(([, column]) => column.name === columnName);
  if (!found) throw new TypeError(`The table has no column ${columnName}.`);
  return found[0];
}
