import { bigserial, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";

/** Append-only record of every command: a trigger refuses UPDATE and DELETE. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigserial({ mode: "bigint" }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    userId: uuid("user_id"),
    action: text().notNull(),
    resource: text().notNull(),
    outcome: text({ enum: ["done", "refused", "failed", "unknown"] }).notNull(),
    ionRequestId: text("ion_request_id"),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [index("audit_log_account").on(table.accountId, table.at)],
);
