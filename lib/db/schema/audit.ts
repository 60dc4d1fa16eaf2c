import { type SQL, sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { users } from "./users";

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });
const count = (name: string) => bigint(name, { mode: "number" });

/**
 * Append-only record of every command: triggers refuse UPDATE, DELETE and TRUNCATE, and chain each row to the one before
 * it in its account (docs/decisions/0013). `sequence` and `hash` are the trigger's; what a writer puts there is ignored.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigserial({ mode: "bigint" }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** Null for what the portal does by itself. */
    userId: uuid("user_id"),
    action: text().notNull(),
    resource: text().notNull(),
    outcome: text({ enum: ["done", "refused", "failed", "unknown"] }).notNull(),
    ionRequestId: text("ion_request_id"),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Place in the account's chain: 1, 2, 3 and so on without gaps. */
    sequence: count("sequence").notNull().default(0),
    /** SHA-256 in hex over the hash before it and this row, see lib/audit/row-hash.ts. */
    hash: text().notNull().default(""),
    /** Whose customer it was done to, out of `resource`. */
    customerId: text("customer_id").generatedAlwaysAs(
      (): SQL => sql`substring(${auditLog.resource} from '^customers/([^/]+)')`,
    ),
    /** What the search looks in. */
    search: text().generatedAlwaysAs(
      (): SQL =>
        sql`lower(${auditLog.resource} || ' ' || coalesce(${auditLog.ionRequestId}, '') || ' ' || ${auditLog.details}::text)`,
    ),
  },
  (table) => [
    uniqueIndex("audit_log_chain").on(table.accountId, table.sequence),
    index("audit_log_time").on(table.accountId, table.at, table.sequence),
    index("audit_log_person").on(table.accountId, table.userId, table.at, table.sequence),
    index("audit_log_action").on(table.accountId, table.action, table.at, table.sequence),
    index("audit_log_customer")
      .on(table.accountId, table.customerId, table.at, table.sequence)
      .where(sql`${table.customerId} is not null`),
    index("audit_log_not_done")
      .on(table.accountId, table.outcome, table.at, table.sequence)
      .where(sql`${table.outcome} <> 'done'`),
    index("audit_log_search").using("gin", sql`${table.search} gin_trgm_ops`),
  ],
);

/** The end of each account's chain. The next row locks it, so that rows are chained one after the other; a missing tail shows here. */
export const auditHeads = pgTable("audit_heads", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id),
  sequence: count("sequence").notNull(),
  hash: text().notNull(),
});

/** The first place where a chain is not as it was written; `sequence` to `through` are the rows concerned. */
export type StoredFinding = {
  kind: "changed" | "missing" | "moved" | "extra" | "tail" | "head" | "rewritten";
  sequence: number;
  through: number;
  /** moved: where the row that belongs at `sequence` stands now. */
  foundAt?: number;
};

/** Checks of a chain, under way and of the past. The heads they met are what later checks hold the chain against. */
export const auditChecks = pgTable(
  "audit_checks",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    trigger: text({ enum: ["schedule", "person", "command-line"] }).notNull(),
    requestedBy: uuid("requested_by").references(() => users.id),
    state: text({ enum: ["running", "unbroken", "broken", "failed"] }).notNull(),
    startedAt: time("started_at").notNull().defaultNow(),
    progressAt: time("progress_at").notNull().defaultNow(),
    finishedAt: time("finished_at"),
    rows: count("rows").notNull().default(0),
    /** Rows of the chain when the check began. */
    expected: count("expected").notNull().default(0),
    headSequence: count("head_sequence"),
    headHash: text("head_hash"),
    finding: jsonb().$type<StoredFinding>(),
  },
  (table) => [
    index("audit_checks_history").on(table.accountId, table.startedAt),
    uniqueIndex("audit_checks_running").on(table.accountId).where(sql`${table.state} = 'running'`),
  ],
);
