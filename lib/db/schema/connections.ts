import { integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts";

/** What Ion said when the connection was last tested: by a person, or by the job that looks after it. */
export type ConnectionCheck = {
  /** Whether Ion took the access token and answered a small read. */
  token: "taken" | "refused" | "not-asked" | "failed";
  read: "answered" | "failed" | "not-asked";
  latencyMs: number | null;
  accessExpiresInSeconds: number | null;
  refreshExpiresInSeconds: number | null;
  /** The kind of Ion's error, with its request id when there is one. */
  failure: string | null;
  ionRequestId: string | null;
};

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
  /** Why it is lost. */
  stateReason: text("state_reason"),
  /** Since when Ion has not answered anybody of this account; null while it does (lib/ion/connection-outage.ts). */
  silentSince: timestamp("silent_since", { withTimezone: true }),
  /** Why the last renewal of the tokens failed, and since when none has worked; null after one that did. */
  rotationError: text("rotation_error"),
  rotationFailingSince: timestamp("rotation_failing_since", { withTimezone: true }),
  checkedAt: timestamp("checked_at", { withTimezone: true }),
  lastCheck: jsonb("last_check").$type<ConnectionCheck>(),
  /** When an alarm was last raised, and for which state; null while there is nothing to be alarmed of. */
  alarmedAt: timestamp("alarmed_at", { withTimezone: true }),
  alarmedFor: text("alarmed_for", { enum: ["expiring", "lost"] }),
  rotatedAt: timestamp("rotated_at", { withTimezone: true }),
  /** Who is rotating right now, and until when that counts; taken by an atomic update. */
  rotationLeaseOwner: text("rotation_lease_owner"),
  rotationLeaseUntil: timestamp("rotation_lease_until", { withTimezone: true }),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/**
 * How many calls of each account went to Ion in the running second, over all replicas, in the shape that
 * rate-limiter-flexible wants.
 */
export const ionCallRates = pgTable("ion_call_rates", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ withTimezone: true }),
});
