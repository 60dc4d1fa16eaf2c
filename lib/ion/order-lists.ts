import { type CallOptions, type IonTransport, pathOf } from "./call";
import { IonError } from "./errors";
import { bytesForPage, DEFAULT_PAGE_SIZE, followTokens } from "./paginate";
import { type IonOrder, orderRowsSchema, ordersPageSchema } from "./schemas/orders";
import type { RowPage } from "./schemas/row-page";

export type OrderStatusFilter =
  | "NEW"
  | "CONFIRMED"
  | "ON_HOLD"
  | "COMPLETED"
  | "ERROR"
  | "CANCELED"
  | "IN_PROGRESS";

export interface OrderPage {
  orders: IonOrder[];
  nextPageToken: string | null;
  /** Null when Ion gives none. */
  totalCount: number | null;
}

export interface AccountOrderOptions extends CallOptions {
  pageSize?: number;
  status?: OrderStatusFilter;
  excludeSubAccounts?: boolean;
  accountIds?: string[];
  customerIds?: string[];
  providerNames?: string[];
  /** Default createTime. */
  sortBy?: "createTime" | "updateTime";
  /** Default DESC. */
  sortOrder?: "ASC" | "DESC";
}

export interface CustomerOrderOptions extends CallOptions {
  pageSize?: number;
  status?: OrderStatusFilter;
}

export type OrderLists = ReturnType<typeof createOrderLists>;

/** The two lists of orders (CONTRACT.md section 2.5). */
export function createOrderLists(transport: IonTransport, accountId: string) {
  const accountPath = pathOf`/api/v3/accounts/${accountId}/orders`;

  /** One page of the account's orders, newest first unless asked otherwise. */
  async function listForAccount(
    options: AccountOrderOptions & { pageToken?: string } = {},
  ): Promise<OrderPage> {
    return transport.call({
      operation: "orders.listForAccount",
      method: "GET",
      path: accountPath,
      query: {
        pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE,
        pageToken: options.pageToken,
        status: options.status,
        // The documents type this as a boolean and describe it as a list (D43).
        "filter.excludeSubAccounts": options.excludeSubAccounts,
        "filter.accountIdList": joined(options.accountIds),
        "filter.customerIdList": joined(options.customerIds),
        "filter.providerNameList": joined(options.providerNames),
        sortBy: options.sortBy,
        sortOrder: options.sortOrder,
      },
      schema: ordersPageSchema(),
      signal: options.signal,
    });
  }

  /** One page of all the account's orders, row by row: an order that can't be read is skipped and said. */
  async function readPage(
    options: Pick<AccountOrderOptions, "pageSize" | "sortBy" | "sortOrder" | "signal"> & {
      pageToken?: string;
    } = {},
  ): Promise<RowPage<IonOrder>> {
    return transport.call({
      operation: "orders.listForAccount",
      method: "GET",
      path: accountPath,
      query: {
        pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE,
        pageToken: options.pageToken,
        sortBy: options.sortBy,
        sortOrder: options.sortOrder,
      },
      schema: orderRowsSchema,
      maxBodyBytes: bytesForPage(options.pageSize),
      signal: options.signal,
    });
  }

  /** One page of a customer's orders. No order of rows is documented: page through all to find one. */
  async function listForCustomer(
    customerId: string,
    options: CustomerOrderOptions & { pageToken?: string } = {},
  ): Promise<OrderPage> {
    return transport.call({
      operation: "orders.listForCustomer",
      method: "GET",
      path: customerPath(customerId),
      query: {
        pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE,
        pageToken: options.pageToken,
        status: options.status,
      },
      schema: ordersPageSchema({ customerId: customerId === "-" ? null : customerId }),
      signal: options.signal,
    });
  }

  /** Every order of the account that matches, page after page. */
  function listAllForAccount(options: AccountOrderOptions = {}) {
    return followTokens(
      { operation: "orders.listForAccount", path: accountPath },
      async (pageToken) => toRows(await listForAccount({ ...options, pageToken })),
      (order) => order.id,
    );
  }

  /** Every order of a customer that matches, page after page. */
  function listAllForCustomer(customerId: string, options: CustomerOrderOptions = {}) {
    return followTokens(
      { operation: "orders.listForCustomer", path: customerPath(customerId) },
      async (pageToken) => toRows(await listForCustomer(customerId, { ...options, pageToken })),
      (order) => order.id,
    );
  }

  function customerPath(customerId: string): string {
    return pathOf`/api/v3/accounts/${accountId}/customers/${customerId}/orders`;
  }

  return { readPage, listForAccount, listForCustomer, listAllForAccount, listAllForCustomer };
}

interface MadeOrder extends CallOptions {
  operation: string;
  path: string;
  customerId: string;
  isIt: (order: IonOrder) => boolean;
}

/**
 * Finds the order that a call just made when its answer does not say the id (D28).
 * Throws IonError "outcome-unknown" when it is not in the list: the order exists, but nobody knows which it is.
 */
export async function findMadeOrder(
  lists: OrderLists,
  { operation, path, ...wanted }: MadeOrder,
): Promise<IonOrder> {
  const info = {
    operation,
    method: "POST",
    path,
    sent: "maybe",
    field: "name",
    message: "Ion took the order, but the answer does not say its id",
  } as const;
  try {
    for await (const order of lists.listAllForCustomer(wanted.customerId, { signal: wanted.signal })) {
      if (wanted.isIt(order)) return order;
    }
  } catch (error) {
    throw new IonError("outcome-unknown", info, error);
  }
  throw new IonError("outcome-unknown", info);
}

function toRows(page: OrderPage) {
  return { rows: page.orders, nextPageToken: page.nextPageToken };
}

function joined(values: string[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join(",") : undefined;
}
