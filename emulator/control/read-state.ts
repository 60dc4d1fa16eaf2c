import { toIso } from "../clock";
import type { Database } from "../state/database";
import { listTokens } from "../state/tokens";
import { redact } from "./redact";

export const STATE_KINDS = ["customers", "orders", "subscriptions", "carts", "tokens"] as const;
export type StateKind = (typeof STATE_KINDS)[number];

type Filter = { limit: number; customerId?: string };

/** What the emulator holds, newest first, secrets redacted. For assertions in tests. */
export function readState(db: Database, kind: StateKind, filter: Filter): Record<string, unknown> {
  if (kind === "tokens") return { tokens: tokens(db) };
  const [table, id] = {
    customers: ["customers", "customer_id"],
    orders: ["orders", "order_id"],
    subscriptions: ["subscriptions", "id"],
    carts: ["carts", "cart_id"],
  }[kind] as [string, string];
  const customerId = Number(filter.customerId ?? 0);
  const rows = db.all<{ id: number; doc: string }>(
    `SELECT ${id} AS id, doc FROM ${table} WHERE (? = 0 OR customer_id = ?) ORDER BY ${id} DESC LIMIT ?`,
    customerId,
    customerId,
    filter.limit,
  );
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM ${table}`)?.total ?? 0;
  const things = rows.map((row) => ({
    ...Object(redact(JSON.parse(row.doc))),
    ...(kind === "carts" ? items(db, row.id) : {}),
  }));
  return { [kind]: things, total };
}

function items(db: Database, cartId: number): { items: unknown[] } {
  const rows = db.all<{ doc: string }>(
    "SELECT doc FROM cart_items WHERE cart_id = ? ORDER BY item_id",
    cartId,
  );
  return { items: rows.map((row) => JSON.parse(row.doc) as unknown) };
}

/** Tokens by their last six characters: enough to tell them apart, too little to use them. */
function tokens(db: Database): unknown[] {
  return listTokens(db).map((row) => ({
    kind: row.kind,
    accountId: row.account_id,
    endsWith: row.token.slice(-6),
    issuedAt: toIso(row.issued_at),
    expiresAt: toIso(row.expires_at),
    spentAt: row.spent_at === null ? null : toIso(row.spent_at),
  }));
}
