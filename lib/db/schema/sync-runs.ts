import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { MIRROR_RESOURCES } from "./mirror";
import { users } from "./users";

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** Something of Ion's answer that could not be kept, and why. */
export type SyncSkip = { page: number; id: string | null; reason: string };

/** What a run would change, when that is not believable: counts, and examples a person can look up. */
export type SyncDifference = {
  known: number;
  missing: number;
  changed: number;
  /** Fields that would change on many rows at once. */
  fields: { field: string; rows: number; examples: { id: string; from: unknown; to: unknown }[] }[];
  missingExamples: { id: string; name: string }[];
};

/** One pass over one of Ion's lists: its checkpoint while it runs, its history afterwards. */
export const syncRuns = pgTable(
  "sync_runs",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    resource: text({ enum: MIRROR_RESOURCES }).notNull(),
    kind: text({ enum: ["full", "incremental"] }).notNull(),
    trigger: text({ enum: ["schedule", "person", "start"] }).notNull(),
    requestedBy: uuid("requested_by").references(() => users.id),
    /** held: the difference is implausible and a person decides; then applied (done) or discarded. */
    state: text({ enum: ["running", "held", "done", "failed", "discarded"] }).notNull(),
    startedAt: time("started_at").notNull().defaultNow(),
    /** When the last page was done. */
    progressAt: time("progress_at").notNull().defaultNow(),
    finishedAt: time("finished_at"),
    /** Ion's token (or offset) of the next page; null before the first. */
    checkpoint: text(),
    pages: integer().notNull().default(0),
    rows: integer().notNull().default(0),
    /** Rows to expect: Ion's count, or what the last full pass brought. */
    expected: integer(),
    inserted: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    missing: integer().notNull().default(0),
    removed: integer().notNull().default(0),
    skippedCount: integer("skipped_count").notNull().default(0),
    /** The first fifty. */
    skipped: jsonb().$type<SyncSkip[]>().notNull().default([]),
    /** Milliseconds spent in the database and waiting for Ion. */
    databaseMs: integer("database_ms").notNull().default(0),
    ionMs: integer("ion_ms").notNull().default(0),
    difference: jsonb().$type<SyncDifference>(),
    decidedBy: uuid("decided_by").references(() => users.id),
    decidedAt: time("decided_at"),
    /** In our words, with Ion's request id where there is one. */
    failure: jsonb().$type<{ code: string; message: string; reference: string | null }>(),
  },
  (table) => [
    index("sync_runs_history").on(table.accountId, table.startedAt),
    uniqueIndex("sync_runs_open")
      .on(table.accountId, table.resource)
      .where(sql`${table.state} in ('running', 'held')`),
  ],
);

/** The ids that a full pass has met, page by page, so that a pass that goes on after a kill still knows who is missing. */
export const syncRunPages = pgTable(
  "sync_run_pages",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => syncRuns.id, { onDelete: "cascade" }),
    page: integer().notNull(),
    ids: text().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.page] })],
);

/** Changed rows of a pass, kept apart until the whole difference was found plausible. */
export const syncStaged = pgTable(
  "sync_staged",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => syncRuns.id, { onDelete: "cascade" }),
    id: text().notNull(),
    /** Ion's answer, secrets stripped: mapped again when it is applied. */
    raw: jsonb().$type<Record<string, unknown>>().notNull(),
    readAt: time("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.id] })],
);
