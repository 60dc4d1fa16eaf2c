import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";

/** People who sign in. `password_hash` is argon2id; null for people who come through OIDC only. */
export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ["owner", "admin", "sales"] }).notNull(),
    passwordHash: text("password_hash"),
    disabledAt: timestamp("disabled_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("users_email").on(sql`lower(${table.email})`)],
);

/** Which Ion customers a sales person looks after. Owners and admins see all and have no rows here. */
export const userCustomers = pgTable(
  "user_customers",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    customerId: text("customer_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.customerId] }),
    index("user_customers_customer").on(table.customerId),
  ],
);
