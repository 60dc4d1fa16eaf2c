import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import { readKeysetPage } from "@/lib/lists/keyset-page";
import { readListPage } from "@/lib/lists/read-list-page";
import { readMirrorState } from "@/lib/mirror/read-freshness";
import { countOrders } from "./count-orders";
import { keepOrdersFresh } from "./keep-orders-fresh";
import type { OrderListPage } from "./order-list-page";
import type { OrderListQuery } from "./order-list-query";
import { orderListReader } from "./order-list-reader";
import { pollAfterMs } from "./poll-interval";

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
  const nowMs = Date.now();
  keepOrdersFresh(actor);
  const question = { ...asked, within };
  const { freshness, version, customersVersion } = await readMirrorState(actor, "orders");
  const key = { of: "orders", versions: [version, customersVersion], question };
  const page = await readListPage(actor, key, async () => {
    const query = { ...question, text: await readSearchedText(actor, question.q) };
    return {
      rows: () => readKeysetPage(orderListReader(actor, query, nowMs), query),
      count: () => countOrders(actor, query, nowMs),
    };
  });
  return { ...page, freshness, pollAfterMs: pollAfterMs(page.rows, nowMs) };
}
