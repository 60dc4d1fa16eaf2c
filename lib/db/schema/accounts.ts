import { sql } from "drizzle-orm";
import { bigint, check, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** A reseller account: one row per Ion account that this portal serves. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull(),
    /** The account's id at Ion, digits kept as text. */
    ionAccountId: text("ion_account_id").notNull().unique(),
    /** Largest cart total a sales person may place alone, decimal text per currency. A currency that is absent has no limit. */
    approvalLimits: jsonb("approval_limits").$type<Record<string, string>>().notNull().default({}),
    /** Seconds that a confirmed order waits before it is sent, so that it can be recalled; 0 sends at once. */
    holdSeconds: integer("hold_seconds").notNull().default(20),
    /**
     * Raised by triggers (migration 0011) with each change to what every page shows around itself: saved views, and the state
     * of the connection to Ion. What was read under one version is kept in memory until there is another.
     */
    frameVersion: bigint("frame_version", { mode: "number" }).notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check("accounts_hold_seconds", sql`${table.holdSeconds} between 0 and 900`)],
);
