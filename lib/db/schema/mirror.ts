import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { orderedText } from "./column-types";
import {
  lengthOf,
  orEarliest,
  orLeast,
  orNone,
  renewsOrEnds,
  sortText,
  termLength,
} from "./order-expressions";

// What Ion's lists said, kept so that reading never waits for Ion. Nothing here is the truth: every row can be read again.

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** What every mirrored row carries, whatever it is a row of. */
const mirrored = () => ({
  accountId: uuid("account_id")
    .notNull()
    .references(() => accounts.id),
  /** Ion's id. */
  id: orderedText().notNull(),
  /** Of everything that is kept of the row: the same hash is the same row, and is not written again. */
  hash: text().notNull(),
  /** When Ion was asked for what stands here; an older answer never replaces a newer one. */
  readAt: time("read_at").notNull(),
  /** Full passes in a row that did not bring the row. It is gone only after two and Ion's own 404. */
  missedPasses: smallint("missed_passes").notNull().default(0),
  /** Ion's answer, secrets stripped. */
  raw: jsonb().$type<Record<string, unknown>>().notNull(),
});

export const mirrorProducts = pgTable(
  "mirror_products",
  {
    ...mirrored(),
    name: text().notNull(),
    sortName: orderedText("sort_name").notNull(),
    vendor: text(),
    providerId: text("provider_id"),
    categoryIds: text("category_ids").array().notNull(),
    caption: text(),
    keywords: text().array().notNull(),
    disabled: boolean().notNull(),
    updatedAt: time("updated_at"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.id] })],
);

/** One way to buy one SKU: a product's definition, flattened. Written and deleted together with its product. */
export const mirrorPlans = pgTable(
  "mirror_plans",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    productId: orderedText("product_id").notNull(),
    /** Place within the product, from 0: SKUs in Ion's order, plans in Ion's order. */
    position: integer().notNull(),
    skuId: text("sku_id").notNull(),
    planId: text("plan_id").notNull(),
    skuName: text("sku_name").notNull(),
    planName: text("plan_name").notNull(),
    mfgPartNumber: text("mfg_part_number"),
    vendorSkuId: text("vendor_sku_id"),
    vendorPlanId: text("vendor_plan_id"),
    /** All ids and part numbers, folded, each between line ends: "\n" + id + "\n" finds a whole one, a part finds a part. */
    ids: text().notNull(),
    billing: text().notNull(),
    unit: text().notNull(),
    term: text(),
    currency: text(),
    /** Decimal text; null is unknown, never zero. Per unit and billing period. */
    price: numeric(),
    cost: numeric(),
    /** Price of a year: for order only. */
    yearly: numeric(),
    usageBased: boolean("usage_based").notNull(),
    /** Why it can't be ordered; null when it can. */
    notOrderable: text("not_orderable"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.productId, table.position] })],
);

/** Names of things that Ion lists apart and nobody opens: categories of the catalog, cloud providers. */
export const mirrorLabels = pgTable(
  "mirror_labels",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    kind: text({ enum: ["category", "provider"] }).notNull(),
    id: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.kind, table.id] })],
);

export const mirrorCustomers = pgTable(
  "mirror_customers",
  {
    ...mirrored(),
    organization: text().notNull(),
    sortName: orderedText("sort_name").notNull(),
    contactName: text("contact_name"),
    email: text(),
    domain: text(),
    country: text(),
    status: text().notNull(),
    createdAt: time("created_at"),
    updatedAt: time("updated_at"),
    /** Everything a customer is found by, folded. */
    search: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("mirror_customers_name").on(table.accountId, table.sortName, table.id),
    index("mirror_customers_status").on(table.accountId, table.status, table.sortName, table.id),
    // Counts are read off this index alone.
    index("mirror_customers_counts").on(table.accountId, table.status, table.country, table.id),
    index("mirror_customers_contact").on(table.accountId, sortText(table.contactName), table.id),
    index("mirror_customers_email").on(table.accountId, sortText(table.email), table.id),
    index("mirror_customers_domain").on(table.accountId, sortText(table.domain), table.id),
    index("mirror_customers_country").on(table.accountId, sortText(table.country), table.id),
    index("mirror_customers_created").on(table.accountId, orEarliest(table.createdAt), table.id),
    index("mirror_customers_id").on(table.accountId, lengthOf(table.id), table.id),
    index("mirror_customers_search").using("gin", sql`${table.search} gin_trgm_ops`),
  ],
);

export const mirrorOrders = pgTable(
  "mirror_orders",
  {
    ...mirrored(),
    customerId: orderedText("customer_id").notNull(),
    /** The order as a line of a list, without what depends on the clock or on who looks. Shape: lib/orders. */
    row: jsonb().$type<Record<string, unknown>>().notNull(),
    title: text(),
    sortTitle: orderedText("sort_title").notNull(),
    /** Ion's own word, upper case. */
    status: text(),
    /** pending, running, done, failed, cancelled, unknown. */
    state: text().notNull(),
    /** The phase without the clock: new, onHold, confirmed, running, done, partlyDone, failed, cancelled, unknown. */
    phase: text().notNull(),
    /** When its time began or will begin; what is not done long after that takes long. */
    startsAt: time("starts_at"),
    /** A person should look at it, however long it takes. */
    attention: boolean().notNull(),
    kind: text().notNull(),
    seats: integer(),
    /** Decimal text with its currency; null when there is none or several. */
    total: numeric(),
    currency: text(),
    cartId: text("cart_id"),
    referenceId: text("reference_id"),
    createdAt: time("created_at"),
    updatedAt: time("updated_at"),
    search: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("mirror_orders_created").on(table.accountId, orEarliest(table.createdAt), table.id),
    index("mirror_orders_updated").on(table.accountId, orEarliest(table.updatedAt), table.id),
    index("mirror_orders_title").on(table.accountId, table.sortTitle, table.id),
    index("mirror_orders_seats").on(table.accountId, orNone(table.seats), table.id),
    index("mirror_orders_total").on(
      table.accountId,
      sql`coalesce(${table.currency}, '')`,
      orLeast(table.total),
      table.id,
    ),
    index("mirror_orders_phase").on(table.accountId, table.phase, orEarliest(table.startsAt), table.id),
    // Counts are read off this index alone.
    index("mirror_orders_counts").on(
      table.accountId,
      table.phase,
      table.attention,
      table.startsAt,
      table.customerId,
    ),
    index("mirror_orders_id").on(table.accountId, lengthOf(table.id), table.id),
    index("mirror_orders_customer").on(table.accountId, table.customerId, table.id),
    index("mirror_orders_open")
      .on(table.accountId, table.updatedAt)
      .where(sql`${table.state} in ('pending', 'running', 'unknown')`),
    index("mirror_orders_search").using("gin", sql`${table.search} gin_trgm_ops`),
  ],
);

/** Written and deleted together with its order. */
export const mirrorOrderItems = pgTable(
  "mirror_order_items",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    orderId: orderedText("order_id").notNull(),
    position: integer().notNull(),
    action: text(),
    productId: text("product_id"),
    skuId: text("sku_id"),
    planId: text("plan_id"),
    name: text(),
    quantity: integer(),
    /** Per unit, decimal text. */
    price: numeric(),
    cost: numeric(),
    subTotal: numeric("sub_total"),
    currency: text(),
    status: text(),
    resourceId: text("resource_id"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.orderId, table.position] })],
);

export const mirrorSubscriptions = pgTable(
  "mirror_subscriptions",
  {
    ...mirrored(),
    customerId: orderedText("customer_id"),
    /** The subscription as a line of a list. Shape: lib/subscriptions. */
    row: jsonb().$type<Record<string, unknown>>().notNull(),
    vendorSubscriptionId: text("vendor_subscription_id"),
    name: text().notNull(),
    sortName: orderedText("sort_name").notNull(),
    providerId: text("provider_id"),
    providerName: text("provider_name"),
    productId: text("product_id"),
    skuId: text("sku_id"),
    planId: text("plan_id"),
    seats: integer(),
    /** Ion's own word, upper case. */
    status: text(),
    state: text().notNull(),
    isTrial: boolean("is_trial").notNull(),
    billingType: text("billing_type"),
    billingCycle: text("billing_cycle"),
    /** Per licence and billing period, decimal text. */
    unitPrice: numeric("unit_price"),
    cost: numeric(),
    currency: text(),
    autoRenew: boolean("auto_renew"),
    startsAt: time("starts_at"),
    endsAt: time("ends_at"),
    renewsAt: time("renews_at"),
    cancellableUntil: time("cancellable_until"),
    updatedAt: time("updated_at"),
    search: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("mirror_subscriptions_name").on(table.accountId, table.sortName, table.id),
    index("mirror_subscriptions_provider").on(table.accountId, sortText(table.providerName), table.id),
    index("mirror_subscriptions_seats").on(table.accountId, orNone(table.seats), table.id),
    index("mirror_subscriptions_price").on(
      table.accountId,
      sql`coalesce(${table.currency}, '')`,
      orLeast(table.unitPrice),
      table.id,
    ),
    index("mirror_subscriptions_status").on(table.accountId, sql`coalesce(${table.status}, '')`, table.id),
    // Counts are read off this index alone.
    index("mirror_subscriptions_counts").on(
      table.accountId,
      table.status,
      table.providerId,
      table.providerName,
      table.customerId,
    ),
    index("mirror_subscriptions_term").on(table.accountId, termLength(table.row), table.id),
    index("mirror_subscriptions_renews").on(table.accountId, renewsOrEnds(table), table.id),
    index("mirror_subscriptions_starts").on(table.accountId, orEarliest(table.startsAt), table.id),
    index("mirror_subscriptions_updated").on(table.accountId, orEarliest(table.updatedAt), table.id),
    index("mirror_subscriptions_id").on(table.accountId, lengthOf(table.id), table.id),
    index("mirror_subscriptions_customer").on(table.accountId, table.customerId, table.id),
    index("mirror_subscriptions_search").using("gin", sql`${table.search} gin_trgm_ops`),
  ],
);

/**
 * What a subscription was, day by day: a row for each day on which it was found different from the day before, so the row
 * that counts for a day is the last one up to it.
 */
export const subscriptionSnapshots = pgTable(
  "subscription_snapshots",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    subscriptionId: orderedText("subscription_id").notNull(),
    /** UTC. */
    day: date({ mode: "string" }).notNull(),
    customerId: text("customer_id"),
    seats: integer(),
    unitPrice: numeric("unit_price"),
    cost: numeric(),
    currency: text(),
    status: text(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.subscriptionId, table.day] })],
);

export const MIRROR_RESOURCES = ["products", "customers", "orders", "subscriptions"] as const;
export type MirrorResource = (typeof MIRROR_RESOURCES)[number];

/** Where one account's mirror of one resource stands. */
export const mirrorState = pgTable(
  "mirror_state",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    resource: text({ enum: MIRROR_RESOURCES }).notNull(),
    /** Start of the last full pass that ended well. Null: never, the mirror is still being filled. */
    fullAt: time("full_at"),
    /** Start of the last pass of any kind that ended well: the rows are at least as new as this. */
    syncedAt: time("synced_at"),
    /** Raised with every change to a row, so that what is kept in memory knows that it is old. */
    version: bigint({ mode: "number" }).notNull().default(0),
    /** Newest update time met: incremental passes begin there. */
    watermark: time("watermark"),
    /** Who syncs right now, and until when that counts; taken by an atomic update, renewed with each page. */
    leaseOwner: text("lease_owner"),
    leaseUntil: time("lease_until"),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.resource] })],
);
