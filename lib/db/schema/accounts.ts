import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** A reseller account: one row per Ion account that this portal serves. */
export const accounts = pgTable("accounts", {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  /** The account's id at Ion, digits kept as text. */
  ionAccountId: text("ion_account_id").notNull().unique(),
  /** Largest cart total a sales person may place alone, decimal text per currency. A currency that is absent has no limit. */
  approvalLimits: jsonb("approval_limits").$type<Record<string, string>>().notNull().default({}),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
