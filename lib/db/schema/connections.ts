import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";

/** The account's credentials at Ion, encrypted. One row per account; rotated under the lease. */
export const ionConnections = pgTable("ion_connections", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id),
  refreshTokenCipher: text("refresh_token_cipher"),
  accessTokenCipher: text("access_token_cipher"),
  accessExpiresAt: timestamp("access_expires_at", { withTimezone: true }),
  refreshExpiresAt: timestamp("refresh_expires_at", { withTimezone: true }),
  /** none: nothing pasted yet; ok; lost: the refresh token is dead and a person has to bring a new one. */
  state: text({ enum: ["none", "ok", "lost"] })
    .notNull()
    .default("none"),
  /** Why it is lost; while it is ok, since when Ion has not answered, if it does not (lib/ion/connection-outage.ts). */
  stateReason: text("state_reason"),
  rotatedAt: timestamp("rotated_at", { withTimezone: true }),
  /** Who is rotating right now, and until when that counts; taken by an atomic update. */
  rotationLeaseOwner: text("rotation_lease_owner"),
  rotationLeaseUntil: timestamp("rotation_lease_until", { withTimezone: true }),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});
