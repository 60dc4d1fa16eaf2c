import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Counters of the sign-in rate limit, in the shape that rate-limiter-flexible wants. Keys are hashes. */
export const signInAttempts = pgTable("sign_in_attempts", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
