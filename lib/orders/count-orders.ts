import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorOrders as orders } from "@/lib/db/schema/mirror";
import type { Kept } from "@/lib/kept-answers";
import { countRows, sumBy, sumOf } from "@/lib/lists/counts";
import type { OrderListPage } from "./order-list-page";
import { ORDER_PHASE_FILTERS } from "./order-list-query";
import { isNarrowed, matchingOrders, type OrderListQuestion, ordersOf } from "./order-list-sql";
import { filtersOf, isLate } from "./order-phase-sql";
import { MAY_TAKE_LONG, type OrderPhase, TAKING_LONG_AFTER_MS } from "./order-status";

export type OrderCounts = Pick<OrderListPage, "total" | "unfilteredTotal" | "facets">;

/**
 * How many orders match, how many there are for this person, and how many are in each phase at `nowMs` (epoch
 * milliseconds). They are counted by what the phase is made of, and added up here by the rule of `statusAt`. Right until
 * the next order begins to take long.
 */
export async function countOrders(
  actor: Actor,
  query: OrderListQuestion,
  nowMs: number,
): Promise<Kept<OrderCounts>> {
  const db = await getDb();
  const [counted, everything] = await Promise.all([
    db
      .select({
        phase: orders.phase,
        attention: orders.attention,
        count: sql<number>`count(*)::integer`,
        late: sql<number>`(count(*) filter (where ${isLate(nowMs)}))::integer`,
        // The next one that will be late without anything being written.
        nextStart: sql<string | null>`min(${orders.startsAt}) filter (where not ${isLate(nowMs)})`,
      })
      .from(orders)
      .where(matchingOrders(actor, query))
      .groupBy(orders.phase, orders.attention),
    isNarrowed(query) ? countRows(orders, ordersOf(actor, query.within)) : null,
  ]);
  const groups = counted.flatMap(({ count, late, ...group }) => [
    { ...group, isLate: true, count: late },
    { ...group, isLate: false, count: count - late },
  ]);
  const answers = groups.flatMap((group) => filtersOf(group).map((value) => ({ value, count: group.count })));
  const counts = sumBy(answers, ({ value }) => value);
  const { phase } = query;
  const matching = phase
    ? groups.filter((group) => filtersOf(group).some((value) => phase.includes(value)))
    : groups;
  const starts = counted.flatMap(({ phase, nextStart }) =>
    nextStart !== null && MAY_TAKE_LONG.has(phase as OrderPhase) ? [Date.parse(nextStart)] : [],
  );
  return {
    answer: {
      total: sumOf(matching),
      unfilteredTotal: everything ?? sumOf(groups),
      facets: { phase: ORDER_PHASE_FILTERS.map((value) => ({ value, count: counts.get(value) ?? 0 })) },
    },
    until: starts.length > 0 ? Math.min(...starts) + TAKING_LONG_AFTER_MS : null,
  };
}
