import { invalidRequest, notFound, refusedInState } from "../errors";
import { readBody } from "../http/body";
import { readPage } from "../http/paging";
import { type Call, json, jsonText, type Route } from "../http/route";
import { moveOrder } from "../orders/advance";
import { orderRequest } from "../orders/order-request";
import { placeOrder } from "../orders/place-order";
import { validateOrder } from "../orders/validate-order";
import { isPlainOrderSpelling, presentOrder, presentStatus } from "../present/order";
import {
  findOrder,
  joinOrder,
  listOrders,
  ORDER_STATUSES,
  type Order,
  type OrderFilter,
  type OrderStatus,
  type StoredOrder,
} from "../state/orders";
import { requireCustomer } from "./customers";

const ACCOUNT = "/api/v3/accounts/:accountId";
const ROOT = `${ACCOUNT}/customers/:customerId/orders`;

/** The documented values and the other spellings of Ion's samples. @throws IonError 400 for anything else. */
function readStatus(text: string | undefined): OrderStatus | undefined {
  if (text === undefined) return undefined;
  const upper = text.toUpperCase();
  const spelled = upper === "COMPLETE" ? "COMPLETED" : upper === "CANCELLED" ? "CANCELED" : upper;
  const status = ORDER_STATUSES.find((one) => one === spelled);
  if (!status) throw invalidRequest("status must be equal to one of the allowed values");
  return status;
}

function answerList(
  call: Call,
  filter: OrderFilter,
  sortBy: "created_at" | "updated_at",
  descending: boolean,
) {
  const { db, variants } = call.emulator;
  const page = readPage(call);
  const whole = variants.is("list-catalog-attributes", "present");
  const { rows, total } = listOrders(db, filter, {
    whole,
    sortBy,
    descending,
    limit: page.size,
    offset: page.cursor,
  });
  const end = page.cursor + rows.length;
  const orders =
    isPlainOrderSpelling(variants) && !whole
      ? rows.map((row) => row.doc)
      : rows.map((row) => {
          const order = whole ? joinOrder(row) : (JSON.parse(row.doc) as Order);
          return JSON.stringify(presentOrder(order, variants));
        });
  const next = end < total ? `,"nextPageToken":${JSON.stringify(page.tokenFor(end))}` : "";
  const count = variants.get("order-total-count");
  const counted = count === "absent" ? "" : `,"totalCount":${count === "string" ? `"${total}"` : total}`;
  return jsonText(`{"orders":[${orders.join(",")}]${next}${counted}}`);
}

function listOfAccount(call: Call) {
  const { query } = call;
  const sortBy = query.text("sortBy") ?? "createTime";
  if (sortBy !== "createTime" && sortBy !== "updateTime") {
    throw invalidRequest("sortBy must be equal to one of the allowed values");
  }
  const direction = query.text("sortOrder")?.toUpperCase() ?? "DESC";
  if (direction !== "ASC" && direction !== "DESC")
    throw invalidRequest("sortOrder must be equal to one of the allowed values");
  const accounts = query.list("filter.accountIdList");
  const customers = query.list("filter.customerIdList");
  const foreign = accounts.length > 0 && !accounts.includes(call.accountId);
  const filter: OrderFilter = {
    accountId: foreign ? "" : call.accountId,
    status: readStatus(query.text("status")),
    customerIds: customers.length > 0 ? customers.filter((id) => /^\d{1,15}$/.test(id)) : undefined,
    providers: query.list("filter.providerNameList"),
  };
  return answerList(
    call,
    filter,
    sortBy === "createTime" ? "created_at" : "updated_at",
    direction === "DESC",
  );
}

/** `-` stands for every customer of the account. The order of this list is not documented: it is the oldest first. */
function listOfCustomer(call: Call) {
  const every = call.param("customerId") === "-";
  const customerIds = every ? undefined : [requireCustomer(call).customerId];
  const filter = { accountId: call.accountId, customerIds, status: readStatus(call.query.text("status")) };
  return answerList(call, filter, "created_at", false);
}

/** @throws IonError 404 unless the order belongs to the customer in the path, or `-`, of the caller's account. */
function requireOrder(call: Call): StoredOrder {
  const customerId = call.param("customerId");
  const orderId = call.param("orderId");
  const stored = findOrder(call.emulator.db, orderId);
  const mine =
    stored?.accountId === call.accountId && (customerId === "-" || stored.customerId === customerId);
  if (!stored || !mine)
    throw notFound(`accounts/${call.accountId}/customers/${customerId}/orders/${orderId}`);
  return stored;
}

function create(call: Call) {
  const { emulator } = call;
  const customer = requireCustomer(call);
  const request = readBody(orderRequest, call.body());
  const items = validateOrder(emulator, call.accountId, customer.customerId, request);
  const stored = placeOrder(emulator, {
    accountId: call.accountId,
    customer,
    items,
    referenceId: request.referenceId || undefined,
    displayName: request.displayName || undefined,
  });
  return json(presentOrder(stored.order, emulator.variants));
}

/** The guide's other URL for lifecycle orders: the id must be the customer's and is not used (CONTRACT.md section 6, D9). */
function createUnderOrder(call: Call) {
  requireOrder(call);
  return create(call);
}

function cancel(call: Call) {
  const { emulator } = call;
  const stored = requireOrder(call);
  const { status } = stored.order;
  if (status !== "NEW" && status !== "ON_HOLD") {
    const shown = presentStatus(status, emulator.variants);
    throw refusedInState(
      Number(emulator.variants.get("cancel-refusal")),
      `order cannot be cancelled in status ${shown}`,
    );
  }
  stored.script = [];
  moveOrder(emulator, stored, "CANCELED", emulator.clock.now());
  const body = presentOrder(stored.order, emulator.variants);
  return json(emulator.variants.is("cancel-answer", "COMPLETE") ? { ...body, status: "COMPLETE" } : body);
}

export const orderRoutes: Route[] = [
  { method: "GET", path: `${ACCOUNT}/orders`, handle: listOfAccount },
  { method: "GET", path: ROOT, handle: listOfCustomer },
  { method: "POST", path: ROOT, handle: create },
  {
    method: "GET",
    path: `${ROOT}/:orderId`,
    handle: (call) => json(presentOrder(requireOrder(call).order, call.emulator.variants)),
  },
  { method: "POST", path: `${ROOT}/:orderId`, handle: createUnderOrder },
  { method: "POST", path: `${ROOT}/:orderId/~cancel`, handle: cancel },
];
