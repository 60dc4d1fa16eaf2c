import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { foundByText, type SearchedText } from "@/lib/customers/found-by-text";
import { mirrorOrders as orders } from "@/lib/db/schema/mirror";
import { lengthOf, orEarliest, orLeast, orNone } from "@/lib/db/schema/order-expressions";
import { all, isOneOf, notAfter, notBefore } from "@/lib/lists/conditions";
import type { SortColumn } from "@/lib/lists/keyset";
import type { OrderColumn, OrderListQuery } from "./order-list-query";
import { inPhase } from "./order-phase-sql";

/** A question about orders as the mirror is asked: with its text looked up, and perhaps about one customer only. */
export type OrderListQuestion = Omit<OrderListQuery, "q"> & {
  text: SearchedText | undefined;
  within?: string | undefined;
};

/** The person's own part of the mirror: their account, and of it the customers they look after. */
export function ordersOf(actor: Actor, within?: string): SQL {
  return all(
    sql`${orders.accountId} = ${actor.accountId}`,
    actor.customerIds === "all" ? undefined : isOneOf(orders.customerId, actor.customerIds),
    within === undefined ? undefined : sql`${orders.customerId} = ${within}`,
  );
}

/** The rows that match everything but the phase, which the counts are told apart by. */
export function matchingOrders(actor: Actor, query: OrderListQuestion): SQL {
  return all(
    ordersOf(actor, query.within),
    query.text && foundByText(query.text, orders),
    query.state && isOneOf(orders.state, query.state),
    query.customer && isOneOf(orders.customerId, query.customer),
    query.kind && isOneOf(orders.kind, query.kind),
    query.from ? notBefore(orders.createdAt, query.from) : undefined,
    query.to ? notAfter(orders.createdAt, query.to) : undefined,
    query.ids && isOneOf(orders.id, query.ids),
  );
}

/** True when `matchingOrders` leaves orders out that this person may see. */
export function isNarrowed({ text, state, customer, kind, from, to, ids }: OrderListQuestion): boolean {
  return [text, state, customer, kind, from, to, ids].some((each) => each !== undefined);
}

/** The rows of the list as it is at `nowMs` (epoch milliseconds). */
export function listedOrders(actor: Actor, query: OrderListQuestion, nowMs: number): SQL {
  return all(matchingOrders(actor, query), query.phase && inPhase(query.phase, nowMs));
}

type By = Omit<SortColumn, "desc">[];

const ID: By = [{ by: sql`${orders.id}` }];
const ORDERS: Record<Exclude<OrderColumn, "customer">, By> = {
  order: [{ by: lengthOf(orders.id), cast: "integer" }, ...ID],
  what: [{ by: sql`${orders.sortTitle}` }, ...ID],
  seats: [{ by: orNone(orders.seats), cast: "integer" }, ...ID],
  // Amounts of different currencies can't be compared: each currency by itself.
  total: [
    { by: sql`coalesce(${orders.currency}, '')` },
    { by: orLeast(orders.total), cast: "numeric" },
    ...ID,
  ],
  // Within a phase by time, so that the ones that take long stand together.
  status: [{ by: sql`${orders.phase}` }, { by: orEarliest(orders.startsAt), cast: "timestamptz" }, ...ID],
  created: [{ by: orEarliest(orders.createdAt), cast: "timestamptz" }, ...ID],
  updated: [{ by: orEarliest(orders.updatedAt), cast: "timestamptz" }, ...ID],
};

/** The columns that put the list in the order asked for; by customer it is read another way. */
export function orderOrder({ sort }: Pick<OrderListQuery, "sort">): SortColumn[] | "by-customer" {
  const desc = sort.startsWith("-");
  const column = sort.replace("-", "") as OrderColumn;
  return column === "customer" ? "by-customer" : ORDERS[column].map((each) => ({ ...each, desc }));
}
