import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorOrders as orders } from "@/lib/db/schema/mirror";
import { countRows, sumBy, sumOf } from "@/lib/lists/counts";
import type { OrderListPage } from "./order-list-page";
import { ORDER_PHASE_FILTERS } from "./order-list-query";
import { isNarrowed, matchingOrders, type OrderListQuestion, ordersOf } from "./order-list-sql";
import { filtersOf, isLate } from "./order-phase-sql";

/**
 * How many orders match, how many there are for this person, and how many are in each phase at `nowMs` (epoch
 * milliseconds). They are counted by what the phase is made of, and added up here by the rule of `statusAt`.
 */
export async function countOrders(
  actor: Actor,
  query: OrderListQuestion,
  nowMs: number,
): Promise<Pick<OrderListPage, "total" | "unfilteredTotal" | "facets">> {
  const db = await getDb();
  const [groups, everything] = await Promise.all([
    db
      .select({
        phase: orders.phase,
        isLate: sql<boolean>`late`,
        attention: orders.attention,
        count: sql<number>`count(*)::integer`,
      })
      .from(orders)
      .innerJoin(sql`lateral (select ${isLate(nowMs)} as late) clock`, sql`true`)
      .where(matchingOrders(actor, query))
      .groupBy(orders.phase, sql`late`, orders.attention),
    isNarrowed(query) ? countRows(orders, ordersOf(actor, query.within)) : null,
  ]);
  const answers = groups.flatMap((group) => filtersOf(group).map((value) => ({ value, count: group.count })));
  const counts = sumBy(answers, ({ value }) => value);
  const { phase } = query;
  const matching = phase
    ? groups.filter((group) => filtersOf(group).some((value) => phase.includes(value)))
    : groups;
  return {
    total: sumOf(matching),
    unfilteredTotal: everything ?? sumOf(groups),
    facets: { phase: ORDER_PHASE_FILTERS.map((value) => ({ value, count: counts.get(value) ?? 0 })) },
  };
}
