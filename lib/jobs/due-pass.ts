import type { MirrorResource } from "@/lib/db/schema/mirror";

/** Where one mirror stands, as far as its schedule is concerned. */
export type MirrorStanding = {
  fullAt: Date | null;
  leasedUntil: Date | null;
  /** A full pass is under way, or broke off. */
  running: boolean;
  held: "undecided" | "decided" | null;
  /** When the last run failed; null when it did not. */
  failedAt: Date | null;
};

const MINUTE_MS = 60_000;

/** How old a full pass may be. The catalog is long and changes little. */
const FULL_EVERY_MS: Record<MirrorResource, number> = {
  products: 120 * MINUTE_MS,
  customers: 30 * MINUTE_MS,
  orders: 30 * MINUTE_MS,
  subscriptions: 30 * MINUTE_MS,
};
/** Ion was away: its next chance. */
const AFTER_FAILURE_MS = 2 * MINUTE_MS;

export type DuePass = { kind: "full" | "incremental"; trigger: "schedule" | "start" };

/**
 * The pass that a mirror needs now; null for none. A pass that somebody works on is left alone, one that broke off goes
 * on, an empty mirror is filled, and a held run lets no other full pass start.
 */
export function duePass(
  resource: MirrorResource,
  standing: MirrorStanding | undefined,
  { canTellChanges, now }: { canTellChanges: boolean; now: Date },
): DuePass | null {
  if (!standing) return { kind: "full", trigger: "start" };
  const { fullAt, leasedUntil, running, held, failedAt } = standing;
  if (leasedUntil !== null && leasedUntil > now) return null;
  if (held === "decided") return { kind: "full", trigger: "schedule" };
  const rests = failedAt !== null && now.getTime() - failedAt.getTime() < AFTER_FAILURE_MS;
  if (held === null && !rests) {
    if (running || fullAt === null) return { kind: "full", trigger: "start" };
    if (now.getTime() - fullAt.getTime() >= FULL_EVERY_MS[resource]) {
      return { kind: "full", trigger: "schedule" };
    }
  }
  return canTellChanges && fullAt !== null ? { kind: "incremental", trigger: "schedule" } : null;
}
