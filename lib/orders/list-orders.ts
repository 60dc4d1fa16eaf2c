import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import { countOnce } from "@/lib/lists/counts-cache";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readMirrorState } from "@/lib/mirror/read-freshness";
import { countOrders } from "./count-orders";
import { keepOrdersFresh } from "./keep-orders-fresh";
import type { OrderListPage } from "./order-list-page";
import type { OrderListQuery } from "./order-list-query";
import { orderListReader } from "./order-list-reader";
import type { OrderListQuestion } from "./order-list-sql";
import { pollAfterMs } from "./poll-interval";

const NOT_COUNTED = { total: null, unfilteredTotal: null, facets: null };

/**
 * One page of the orders this person may see, from the mirror: Ion is not asked. The first page has the exact totals,
 * too. Throws AppError NOT_FOUND when one of the customers asked for is somebody else's, INVALID_INPUT (field `cursor`).
 */
export async function listOrders(query: OrderListQuery): Promise<OrderListPage> {
  return pageOfOrders(query, undefined);
}

/** The page of one customer's list, or of the whole. */
export async function pageOfOrders(
  asked: OrderListQuery,
  within: string | undefined,
): Promise<OrderListPage> {
  const actor = await requirePermission("orders:read", within);
  requireCustomers(actor, asked.customer);
  const query = { ...asked, within, text: await readSearchedText(actor, asked.q) };
  const nowMs = Date.now();
  keepOrdersFresh(actor);
  const state = readMirrorState(actor, "orders");
  const [page, counts, { freshness }] = await Promise.all([
    readKeysetPage(orderListReader(actor, query, nowMs), query),
    query.cursor === undefined
      ? state.then(({ version }) => count(actor, query, nowMs, version))
      : NOT_COUNTED,
    state,
  ]);
  return { ...page, ...counts, freshness, pollAfterMs: pollAfterMs(page.rows, nowMs) };
}

/** What is found by its customer changes with the customers, too: such counts are not kept. */
function count(actor: Actor, query: OrderListQuestion, nowMs: number, version: number | null) {
  const { sort, limit, cursor, text, ...question } = query;
  return countOnce(actor, { resource: "orders", version: text ? null : version, question }, () =>
    countOrders(actor, query, nowMs),
  );
}
