import { z } from "zod";
import { SYNC_RESOURCES, SYNC_RUN_STATES } from "./sync-events";

export type { SyncProgress, SyncResource, SyncRunState } from "./sync-events";

/** What the page about the mirror gets. No I/O: safe on both sides. */

export const syncResourceSchema = z.enum(SYNC_RESOURCES);

export const syncRunStateSchema = z.enum(SYNC_RUN_STATES);

export const syncSkipSchema = z.object({
  page: z.number().int(),
  id: z.string().nullable(),
  reason: z.string(),
});

export const syncDifferenceSchema = z.object({
  known: z.number().int(),
  missing: z.number().int(),
  changed: z.number().int(),
  fields: z.array(
    z.object({
      field: z.string(),
      rows: z.number().int(),
      examples: z.array(z.object({ id: z.string(), from: z.unknown(), to: z.unknown() })),
    }),
  ),
  missingExamples: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const syncRunSchema = z.object({
  id: z.string(),
  resource: syncResourceSchema,
  kind: z.enum(["full", "incremental"]),
  trigger: z.enum(["schedule", "person", "start"]),
  /** Who asked; null for the schedule. */
  requestedBy: z.string().nullable(),
  state: syncRunStateSchema,
  /** A run that nobody works on right now: its process ended, and it will be continued. */
  interrupted: z.boolean(),
  /** ISO times. */
  startedAt: z.string(),
  progressAt: z.string(),
  finishedAt: z.string().nullable(),
  pages: z.number().int(),
  rows: z.number().int(),
  expected: z.number().int().nullable(),
  inserted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  missing: z.number().int(),
  removed: z.number().int(),
  skippedCount: z.number().int(),
  /** The first fifty. */
  skipped: z.array(syncSkipSchema),
  databaseMs: z.number().int(),
  ionMs: z.number().int(),
  /** Of a held run and of what became of it; null for an ordinary one. */
  difference: syncDifferenceSchema.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string(), reference: z.string().nullable() }).nullable(),
});
export type SyncRunView = z.infer<typeof syncRunSchema>;

export const syncRunPageSchema = z.object({
  runs: z.array(syncRunSchema),
  nextCursor: z.string().nullable(),
});
export type SyncRunPage = z.infer<typeof syncRunPageSchema>;

/** Which runs to list, out of an address: all of the account, or of one resource, or with one outcome. */
export const syncRunQuerySchema = z.object({
  resource: syncResourceSchema.optional(),
  state: syncRunStateSchema.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type SyncRunQuery = z.infer<typeof syncRunQuerySchema>;

/** Where one mirror stands. */
export const syncResourceStateSchema = z.object({
  resource: syncResourceSchema,
  /** Rows it holds. */
  rows: z.number().int(),
  /** Start of the last full pass that ended well (ISO); null while it is being filled for the first time. */
  fullAt: z.string().nullable(),
  /** The rows are at least as new as this (ISO). */
  asOf: z.string().nullable(),
  version: z.number().int(),
  /** The pass that is under way or held, if any. */
  run: syncRunSchema.nullable(),
  /** The last run that ended, of whatever kind. */
  last: syncRunSchema.nullable(),
});
export type SyncResourceState = z.infer<typeof syncResourceStateSchema>;

export const syncOverviewSchema = z.object({ resources: z.array(syncResourceStateSchema) });
export type SyncOverview = z.infer<typeof syncOverviewSchema>;

/** A person's decision about a held run. */
export const decideSyncRunInput = z.object({ runId: z.uuid(), decision: z.enum(["apply", "discard"]) });
export type SyncDecision = z.infer<typeof decideSyncRunInput>["decision"];
