import * as s from "@/lib/shape";

/** What a page hears while Ion's lists are read: small, since every list listens. What `/admin/sync` reads is in sync-schemas.ts. */

export const SYNC_RESOURCES = ["products", "customers", "orders", "subscriptions"] as const;
export type SyncResource = (typeof SYNC_RESOURCES)[number];

export const SYNC_RUN_STATES = ["running", "held", "done", "failed", "discarded"] as const;
export type SyncRunState = (typeof SYNC_RUN_STATES)[number];

/** How far a pass has come: the data of the event "progress". */
export const syncProgressSchema = s.object({
  resource: s.oneOf(SYNC_RESOURCES),
  state: s.oneOf(SYNC_RUN_STATES),
  /** Pages and rows met so far; null for a person who is not told how many the whole account has. */
  pages: s.int().nullable(),
  rows: s.int().nullable(),
  /** Rows there may be: Ion's count, or what the last full pass brought; null when nobody knows. */
  expected: s.int().nullable(),
  rowsPerSecond: s.number().nullable(),
  /** Estimated rest; null when nobody can tell. */
  secondsLeft: s.number().nullable(),
});
export type SyncProgress = s.Infer<typeof syncProgressSchema>;

/** Rows of a mirror have changed: the data of the event "changed". */
export const syncChangedSchema = s.object({ resource: s.oneOf(SYNC_RESOURCES), version: s.int() });
export type SyncChanged = s.Infer<typeof syncChangedSchema>;
