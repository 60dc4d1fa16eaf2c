import { createHash } from "node:crypto";

/** What stands before the first row of a chain. */
export const CHAIN_START = "0".repeat(64);

/** A row as the database writes it down for the chain: all columns as text, times in UTC with microseconds. */
export type ChainedRow = {
  id: string;
  sequence: string;
  at: string;
  accountId: string;
  userId: string | null;
  action: string;
  resource: string;
  outcome: string;
  ionRequestId: string | null;
  details: string;
};

/**
 * The hash of a row after `previous`, in hex: SHA-256 over the hash before it and a JSON array of its columns, with a
 * blank after each comma, as PostgreSQL writes one. Computed here and not asked of the database, whose function of the
 * same rule (`audit_hash`, in the migrations) could have been exchanged.
 */
export function rowHash(previous: string, row: ChainedRow): string {
  const columns = [
    row.id,
    row.sequence,
    row.at,
    row.accountId,
    row.userId,
    row.action,
    row.resource,
    row.outcome,
    row.ionRequestId,
    row.details,
  ];
  const text = `[${columns.map((column) => JSON.stringify(column)).join(", ")}]`;
  return createHash("sha256").update(previous).update(text, "utf8").digest("hex");
}
