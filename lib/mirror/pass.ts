import type { syncRuns } from "@/lib/db/schema/sync-runs";
import type { IonClient } from "@/lib/ion/client";
import type { Lease } from "./lease";
import type { AnySource, MirrorContext } from "./mirror-source";
import type { Stopwatch } from "./stopwatch";

export type SyncRun = typeof syncRuns.$inferSelect;

/** What all parts of one pass share. */
export type Pass = {
  source: AnySource;
  accountId: string;
  ion: IonClient;
  context: MirrorContext;
  lease: Lease;
  watch: Stopwatch;
  /** Aborted when the portal stops or the lease was lost: the pass ends between two pages. */
  signal: AbortSignal;
  tuning: Tuning;
};

/** How a pass paces itself; tests go faster. */
export type Tuning = {
  leaseMs: number;
  /** Between two checkpoints. */
  flushMs: number;
  pageSize: number;
};

/** What a pass did to the mirror's rows. */
export type PassCounts = {
  pages: number;
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  missing: number;
  removed: number;
};

export const NO_COUNTS: PassCounts = {
  pages: 0,
  rows: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  missing: 0,
  removed: 0,
};
