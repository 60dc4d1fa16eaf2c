import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { users } from "./users";

/**
 * An order before it is a request: written first, then sent once, then settled. Ion has no idempotency key, so this row
 * is what keeps an order from being placed twice. CONTRACT.md section 8, item 2.
 */
export const orderIntents = pgTable(
  "order_intents",
  {
    /** Also the reference id we send where Ion takes one. */
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    customerId: text("customer_id").notNull(),
    cartId: text("cart_id").notNull(),
    state: text({ enum: ["pending", "sending", "placed", "rejected", "unknown"] }).notNull(),
    /** The totals the person saw when pressing the button: decimal text and currency. */
    seenTotals: jsonb("seen_totals").$type<{ amount: string; currency: string }[]>().notNull(),
    orderId: text("order_id"),
    attempts: integer().notNull().default(0),
    lookups: integer().notNull().default(0),
    nextLookupAt: timestamp("next_lookup_at", { withTimezone: true }),
    ionRequestId: text("ion_request_id"),
    /** Why it was rejected or is unknown: a code of ours or Ion's, for people with the reference. */
    reason: text(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp("sent_at", { withTimezone: true }),
    settledAt: timestamp("settled_at", { withTimezone: true }),
  },
  (table) => [
    // Only a refusal by Ion frees the cart for another attempt.
    uniqueIndex("order_intents_one_per_cart")
      .on(table.accountId, table.cartId)
      .where(sql`${table.state} <> 'rejected'`),
    index("order_intents_open").on(table.state, table.nextLookupAt),
    index("order_intents_order").on(table.accountId, table.orderId),
  ],
);

/** Who has seen an order's one-time credentials. The credentials themselves are never stored. */
export const credentialViews = pgTable(
  "credential_views",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    orderId: text("order_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    shownAt: timestamp("shown_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.orderId] })],
);
