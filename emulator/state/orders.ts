import type { Database } from "./database";

export const ORDER_STATUSES = [
  "NEW",
  "CONFIRMED",
  "ON_HOLD",
  "COMPLETED",
  "ERROR",
  "CANCELED",
  "IN_PROGRESS",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export type Attribute = { name: string; value: string };
export type OrderError = { code: string; detail: string; sourceName: string; instancePath: string };
export type ProvisioningInfo = { processId: string; processName: string; details?: string };
export type OrderAddOn = { id: string; addOnId: string; planId: string; action: string; quantity: number };

/** An order item in Ion's default spelling (CONTRACT.md section 2.5). */
export type OrderItem = {
  name: string;
  referenceId?: string;
  action: "CREATE" | "UPDATE";
  purchaseIntention?: string;
  resourceId?: string;
  productId: string;
  skuId: string;
  mfgPartNumber?: string;
  planId: string;
  quantity: number;
  providerName: string;
  price?: number;
  cost?: number;
  msrp?: number;
  currencyCode: string;
  subTotal?: number;
  endCustomerPO?: string;
  resellerPO?: string;
  addOns?: OrderAddOn[];
  attributes: Attribute[];
  catalogAttributes?: Attribute[];
  cartItemId?: string;
  status: string;
  errors?: OrderError[];
  provisioningInfo?: ProvisioningInfo;
  additionalInformation?: string;
  createTime: string;
  updateTime: string;
  pricingInfo?: string;
  wqmTaskStatus?: string;
  productName?: string;
  skuName?: string;
  planName?: string;
  productOwnerCountryCode?: string;
};

/** An order in Ion's default spelling, plus what only the emulator knows in its row. */
export type Order = {
  name: string;
  orderId: string;
  referenceId?: string;
  displayName?: string;
  userId: string;
  userName: string;
  userEmail: string;
  status: OrderStatus;
  currencyCode?: string;
  total?: number;
  portal: "v3";
  cartId?: string;
  errors?: OrderError[];
  orderItems: OrderItem[];
  provisioningInfo: ProvisioningInfo;
  createTime: string;
  updateTime: string;
  scheduledAt: string;
};

/** What will happen to an order, oldest first: at this emulator time, this status. */
export type Step = { at: number; status: OrderStatus; errors?: OrderError[] };

export type StoredOrder = {
  order: Order;
  accountId: string;
  customerId: string;
  createdAt: number;
  updatedAt: number;
  script: Step[];
};

type Row = {
  order_id: number;
  account_id: string;
  customer_id: number;
  created_at: number;
  updated_at: number;
  script: string;
  doc: string;
  catalog: string;
};

/** Lists leave `catalogAttributes` out, as the guide's samples do: they are kept beside the document. */
function split(order: Order): { doc: string; catalog: string } {
  const catalog = order.orderItems.map((item) => item.catalogAttributes ?? null);
  const orderItems = order.orderItems.map((item) => ({ ...item, catalogAttributes: undefined }));
  return { doc: JSON.stringify({ ...order, orderItems }), catalog: JSON.stringify(catalog) };
}

/** A whole order from its two parts. */
export function joinOrder({ doc, catalog }: { doc: string; catalog: string }): Order {
  const order = JSON.parse(doc) as Order;
  const attributes = JSON.parse(catalog) as (Attribute[] | null)[];
  for (const [index, item] of order.orderItems.entries()) {
    const own = attributes[index];
    if (own) item.catalogAttributes = own;
  }
  return order;
}

function toStored(row: Row): StoredOrder {
  return {
    order: joinOrder(row),
    accountId: row.account_id,
    customerId: String(row.customer_id),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    script: JSON.parse(row.script) as Step[],
  };
}

export function insertOrder(db: Database, stored: StoredOrder): void {
  const { order } = stored;
  const { doc, catalog } = split(order);
  db.run(
    `INSERT INTO orders (order_id, account_id, customer_id, status, created_at, updated_at, reference_id, cart_id,
     providers, next_at, script, doc, catalog) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    Number(order.orderId),
    stored.accountId,
    Number(stored.customerId),
    order.status,
    stored.createdAt,
    stored.updatedAt,
    order.referenceId ?? "",
    order.cartId === undefined ? null : Number(order.cartId),
    `,${[...new Set(order.orderItems.map((item) => item.providerName))].join(",")},`,
    stored.script[0]?.at ?? null,
    JSON.stringify(stored.script),
    doc,
    catalog,
  );
}

export function saveOrder(db: Database, stored: StoredOrder): void {
  db.run(
    "UPDATE orders SET status = ?, updated_at = ?, next_at = ?, script = ?, doc = ? WHERE order_id = ?",
    stored.order.status,
    stored.updatedAt,
    stored.script[0]?.at ?? null,
    JSON.stringify(stored.script),
    split(stored.order).doc,
    Number(stored.order.orderId),
  );
}

export function findOrder(db: Database, orderId: string): StoredOrder | undefined {
  if (!/^\d{1,15}$/.test(orderId)) return undefined;
  const row = db.get<Row>("SELECT * FROM orders WHERE order_id = ?", Number(orderId));
  return row && toStored(row);
}

/** Orders whose next step is due, earliest step first. */
export function dueOrders(db: Database, nowMs: number): StoredOrder[] {
  return db
    .all<Row>(
      "SELECT * FROM orders WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT 500",
      nowMs,
    )
    .map(toStored);
}

export function hasReference(db: Database, accountId: string, referenceId: string): boolean {
  return (
    db.get(
      "SELECT 1 AS found FROM orders WHERE account_id = ? AND reference_id = ? LIMIT 1",
      accountId,
      referenceId,
    ) !== undefined
  );
}

export type OrderFilter = {
  accountId: string;
  status?: OrderStatus;
  customerIds?: string[];
  providers?: string[];
};

/** `whole` also reads the catalog attributes. */
export type OrderPage = {
  whole: boolean;
  sortBy: "created_at" | "updated_at";
  descending: boolean;
  limit: number;
  offset: number;
};

function where(filter: OrderFilter): { sql: string; values: (string | number)[] } {
  const parts = ["account_id = ?"];
  const values: (string | number)[] = [filter.accountId];
  if (filter.status) {
    parts.push("status = ?");
    values.push(filter.status);
  }
  if (filter.customerIds) {
    parts.push(`customer_id IN (${filter.customerIds.map(() => "?").join(", ") || "NULL"})`);
    values.push(...filter.customerIds.map(Number));
  }
  if (filter.providers?.length) {
    parts.push(`(${filter.providers.map(() => "providers LIKE ?").join(" OR ")})`);
    values.push(...filter.providers.map((provider) => `%,${provider.toUpperCase()},%`));
  }
  return { sql: parts.join(" AND "), values };
}

/** The page's orders in their two parts, as JSON text, and how many orders match in all. */
export function listOrders(
  db: Database,
  filter: OrderFilter,
  page: OrderPage,
): { rows: { doc: string; catalog: string }[]; total: number } {
  const { sql, values } = where(filter);
  const direction = page.descending ? "DESC" : "ASC";
  const rows = db.all<{ doc: string; catalog: string }>(
    `SELECT doc, ${page.whole ? "catalog" : "'[]' AS catalog"} FROM orders WHERE order_id IN (
       SELECT order_id FROM orders WHERE ${sql} ORDER BY ${page.sortBy} ${direction}, order_id ${direction} LIMIT ? OFFSET ?)
     ORDER BY ${page.sortBy} ${direction}, order_id ${direction}`,
    ...values,
    page.limit,
    page.offset,
  );
  return { rows, total: db.count("orders", sql, values) };
}
