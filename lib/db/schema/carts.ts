import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { users } from "./users";

/**
 * Carts this portal has met. Ion lists carts per customer only, so an account-wide list needs to know where to look.
 * The content of a cart is always read from Ion.
 */
export const knownCarts = pgTable(
  "known_carts",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    customerId: text("customer_id").notNull(),
    cartId: text("cart_id").notNull(),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    touchedAt: timestamp("touched_at", { withTimezone: true }).notNull().defaultNow(),
    /** Set when the cart was deleted or checked out: no longer in progress. */
    closedAt: timestamp("closed_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.cartId] }),
    index("known_carts_open").on(table.accountId, table.closedAt, table.touchedAt),
    index("known_carts_customer").on(table.accountId, table.customerId),
  ],
);

/** Answers to the provisioning questions of one cart item, kept while the person is not done. Never holds passwords. */
export const provisioningDrafts = pgTable(
  "provisioning_drafts",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    cartId: text("cart_id").notNull(),
    cartItemId: text("cart_item_id").notNull(),
    values: jsonb().$type<Record<string, unknown>>().notNull(),
    updatedBy: uuid("updated_by").references(() => users.id),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.cartId, table.cartItemId] })],
);
