import type { Database } from "./database";

export function readMeta(db: Database, key: string): string | undefined {
  return db.get<{ value: string }>("SELECT value FROM meta WHERE key = ?", key)?.value;
}

export function writeMeta(db: Database, key: string, value: string): void {
  db.run(
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
}

const FIRST = {
  user: 44_020,
  customer: 70_589,
  cart: 171_323,
  cartItem: 195_222,
  order: 287_143,
  orderItem: 384_990,
  subscription: 1_234_567,
  activity: 9_100_001,
} as const;

export type SequenceName = keyof typeof FIRST;

/** The next id of a kind. Ids are numbers that only grow, also over restarts. */
export function nextId(db: Database, name: SequenceName): number {
  const row = db.get<{ last: number }>(
    "INSERT INTO sequences (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last",
    name,
    FIRST[name],
  );
  if (!row) throw new Error(`no next id for ${name}`);
  return row.last;
}
