import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { users } from "./users";

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
