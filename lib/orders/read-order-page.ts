import "server-only";
import { type Actor, seesCustomer } from "@/lib/auth/actor";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import type { OrderStatusFilter } from "@/lib/ion/order-lists";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import type { OrderFilter, OrderQuery } from "./order-query";

/** Ion takes customers as a list in the address; longer lists than this are filtered here instead. */
const CUSTOMERS_IN_ADDRESS = 100;
/** Pages of Ion's that are read for one of ours when most of their rows are other people's. */
const MOST_PAGES_READ = 5;

const STATUS: Record<Exclude<OrderFilter, "attention">, OrderStatusFilter> = {
  new: "NEW",
  "on-hold": "ON_HOLD",
  confirmed: "CONFIRMED",
  "in-progress": "IN_PROGRESS",
  completed: "COMPLETED",
  failed: "ERROR",
  cancelled: "CANCELED",
};

export type OrderPage = { orders: IonOrder[]; nextPageToken: string | null };

const NONE: OrderPage = { orders: [], nextPageToken: null };

/**
 * One page of the orders this person may see, in the order asked for. Ion may answer short or empty pages; empty ones
 * are stepped over, short ones stay short. The account's list serves single customers too, because only that one sorts.
 * CONTRACT.md section 2.5.
 */
export async function readOrderPage(
  ion: IonClient,
  actor: Actor,
  query: Pick<OrderQuery, "customer" | "sort" | "dir" | "size" | "page"> & {
    status?: Exclude<OrderFilter, "attention"> | undefined;
  },
): Promise<OrderPage> {
  const wanted = customersOf(actor, query.customer);
  if (wanted?.length === 0) return NONE;
  const filteredHere = wanted !== undefined && wanted.length > CUSTOMERS_IN_ADDRESS;
  const enough = filteredHere ? query.size / 2 : 1;
  const orders: IonOrder[] = [];
  let pageToken = query.page;
  for (let pagesRead = 0; pagesRead < MOST_PAGES_READ; pagesRead += 1) {
    const page = await ion.orders.listForAccount({
      pageSize: query.size,
      pageToken,
      status: query.status && STATUS[query.status],
      customerIds: filteredHere ? undefined : wanted,
      sortBy: query.sort === "updated" ? "updateTime" : "createTime",
      sortOrder: query.dir === "asc" ? "ASC" : "DESC",
    });
    // Whatever the filter or the token made of it: nobody sees another person's customer.
    orders.push(...page.orders.filter(({ customerId }) => seesCustomer(actor, customerId)));
    pageToken = page.nextPageToken ?? undefined;
    if (!pageToken || orders.length >= enough) break;
  }
  return { orders, nextPageToken: pageToken ?? null };
}

/** The one order of that number, wherever it is below the account (D56); none when it is not this person's. */
export async function readOrderByNumber(
  ion: IonClient,
  actor: Actor,
  orderId: string,
  customerId: string | undefined,
): Promise<OrderPage> {
  try {
    const order = await ion.orders.get(customerId ?? "-", orderId);
    return seesCustomer(actor, order.customerId) ? { orders: [order], nextPageToken: null } : NONE;
  } catch (error) {
    if (isIonError(error, "not-found", "forbidden", "invalid")) return NONE;
    throw error;
  }
}

/** The customers to ask for: undefined is all of them. */
function customersOf(actor: Actor, customerId: string | undefined): string[] | undefined {
  if (customerId !== undefined) return [customerId];
  return actor.customerIds === "all" ? undefined : [...actor.customerIds];
}
