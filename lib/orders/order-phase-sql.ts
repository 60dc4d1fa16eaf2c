import { type SQL, sql } from "drizzle-orm";
import { mirrorOrders as orders } from "@/lib/db/schema/mirror";
import { any } from "@/lib/lists/conditions";
import type { OrderPhaseFilter } from "./order-list-query";
import { ORDER_PHASES, type OrderPhase, statusAt, TAKING_LONG_AFTER_MS } from "./order-status";

const LONG_AGO = new Date(0).toISOString();

/** What the kept columns of an order say of its phase at some moment. */
export type PhaseColumns = { phase: string; isLate: boolean; attention: boolean };

/** Whether an order began so long before `nowMs` (epoch milliseconds) that it takes long, if it still moves. */
export function isLate(nowMs: number): SQL<boolean> {
  const since = new Date(nowMs - TAKING_LONG_AFTER_MS).toISOString();
  return sql<boolean>`coalesce(${orders.startsAt} < ${since}::timestamptz, false)`;
}

/** Which filters an order answers to: its phase, and `attention`. The rule is that of `statusAt`, asked here. */
export function filtersOf({ phase, isLate, attention }: PhaseColumns): OrderPhaseFilter[] {
  const known = ORDER_PHASES.find((each) => each === phase) ?? "unknown";
  const stored = { state: "unknown", raw: null, since: null, phase: known, attention } as const;
  const now = statusAt({ ...stored, startsAt: isLate ? LONG_AGO : null }, Date.now());
  return now.attention ? ["attention", now.phase] : [now.phase];
}

/**
 * The orders that answer to one of the filters at `nowMs`: made by asking the rule about each phase, early and late, so
 * that the list and the badge in it can't say different things.
 */
export function inPhase(filters: readonly OrderPhaseFilter[], nowMs: number): SQL {
  const wanted = (columns: PhaseColumns) => filtersOf(columns).some((each) => filters.includes(each));
  const early: OrderPhase[] = [];
  const late: OrderPhase[] = [];
  for (const phase of ORDER_PHASES) {
    if (wanted({ phase, isLate: false, attention: false })) early.push(phase);
    if (wanted({ phase, isLate: true, attention: false })) late.push(phase);
  }
  const always = early.filter((phase) => late.includes(phase));
  const onlyEarly = early.filter((phase) => !late.includes(phase));
  const onlyLate = late.filter((phase) => !early.includes(phase));
  return any([
    ...(always.length > 0 ? [hasPhase(always)] : []),
    ...(onlyEarly.length > 0 ? [sql`(${hasPhase(onlyEarly)} and not ${isLate(nowMs)})`] : []),
    ...(onlyLate.length > 0 ? [sql`(${hasPhase(onlyLate)} and ${isLate(nowMs)})`] : []),
    ...(filters.includes("attention") ? [sql`${orders.attention}`] : []),
  ]);
}

function hasPhase(phases: readonly OrderPhase[]): SQL {
  return sql`${orders.phase} in (${sql.join(
    phases.map((phase) => sql`${phase}`),
    sql`, `,
  )})`;
}
