import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { users } from "./users";
import { VIEW_LISTS } from "./view-lists";

/** A list as somebody likes it: filters, order and columns under a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** Who made it; a personal view is theirs alone. */
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    list: text({ enum: VIEW_LISTS }).notNull(),
    name: text().notNull(),
    shared: boolean().notNull().default(false),
    /** Shown in the navigation, in this order. */
    pinned: boolean().notNull().default(false),
    position: integer().notNull().default(0),
    /** The list's search params, as in its address; parsed by the list when it is opened. */
    search: jsonb().$type<Record<string, string>>().notNull(),
    /** Column ids in order, hidden ones left out; null is the list's own choice. */
    columns: jsonb().$type<string[]>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    /** Deleted views stay for a day, so that deleting can be taken back. */
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
  },
  (table) => [
    index("saved_views_list").on(table.accountId, table.list),
    uniqueIndex("saved_views_name")
      .on(table.userId, table.list, sql`lower(${table.name})`)
      .where(sql`${table.deletedAt} is null`),
  ],
);
