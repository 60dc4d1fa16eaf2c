import { sql } from "drizzle-orm";
import {
  check,
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

type Amount = { amount: string; currency: string };

/** One line of what is ordered, in words that need no look at Ion: for the outbox, and for telling a difference. */
export type IntentLine = { name: string; quantity: number; total: Amount | null };

/** What a direct order or a change sends, but for the reference; a checkout sends its cart as it is then. */
export type IntentRequest =
  | {
      kind: "order";
      displayName: string;
      items: {
        productId: string;
        skuId: string;
        planId: string;
        quantity: number;
        attributes: { name: string; value: string }[];
      }[];
    }
  | { kind: "seats"; seats: number; seenSeats: number }
  | { kind: "renewal-seats"; seats: number; seenSeats: number; autoRenew: boolean }
  | { kind: "auto-renew"; autoRenew: boolean; seenSeats: number };

/** What was confirmed, and what Ion would have made of it at the moment of sending. */
export type IntentDifference = {
  before: { totals: Amount[]; lines: IntentLine[] };
  after: { totals: Amount[]; lines: IntentLine[] };
};

/** Why nothing was ordered: a code that has a text in `errors.json`, what the text needs, and texts by field. */
export type IntentProblem = {
  code: string;
  params: Record<string, string | number>;
  fieldErrors?: Record<string, string[]>;
};

/** What a person saw of Ion before setting an unconfirmed order free. */
export type ReleaseEvidence = { cartStatus: string | null; lookups: number; lastLookupAt: string };

const at = (name: string) => timestamp(name, { withTimezone: true });

/**
 * An order before it is a request: written first, then sent once, then settled. Ion has no idempotency key, so this row
 * is what keeps an order from being placed twice. CONTRACT.md section 8, item 2. A trigger refuses every change of
 * `state` that lib/orders/intents/intent-states.ts does not know.
 */
export const orderIntents = pgTable(
  "order_intents",
  {
    /** Also the reference id we send where Ion takes one. */
    id: uuid().primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** Who confirmed it, and under whose rights it is sent. */
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ["checkout", "order", "change"] })
      .notNull()
      .default("checkout"),
    customerId: text("customer_id").notNull(),
    /** Of a checkout only. */
    cartId: text("cart_id"),
    /** Of a change only: Ion's internal id of the subscription, and the vendor's, which orders call resourceId. */
    subscriptionId: text("subscription_id"),
    resourceId: text("resource_id"),
    /** Of an order or a change only. */
    request: jsonb().$type<IntentRequest>(),
    state: text({
      enum: ["held", "pending", "sending", "placed", "rejected", "unknown", "released", "recalled"],
    }).notNull(),
    lines: jsonb().$type<IntentLine[]>().notNull().default([]),
    /** The totals the person saw when pressing the button: decimal text and currency. */
    seenTotals: jsonb("seen_totals").$type<Amount[]>().notNull(),
    /** Digest of the cart as it was seen (lib/carts/fingerprint.ts). */
    seenFingerprint: text("seen_fingerprint"),
    /** Passwords that vendors ask for, sealed; gone as soon as nothing is left to send. */
    secretsCipher: text("secrets_cipher"),
    /** The language of the person, for texts that are made while nobody reads along. */
    locale: text().notNull().default("en"),
    heldUntil: at("held_until"),
    /** When a pending one may be tried (again). */
    nextTryAt: at("next_try_at"),
    /** Tries so far, sent or not. */
    attempts: integer().notNull().default(0),
    /** The sender that has it, and until when that counts: a token of one try, so that a late sender is told apart. */
    leaseOwner: uuid("lease_owner"),
    leaseUntil: at("lease_until"),
    orderId: text("order_id"),
    /** How often Ion was asked for a lost order, and how often it answered. */
    lookupTries: integer("lookup_tries").notNull().default(0),
    lookups: integer().notNull().default(0),
    nextLookupAt: at("next_lookup_at"),
    lastLookupAt: at("last_lookup_at"),
    /** The cart's status at Ion at the last look. */
    cartStatus: text("cart_status"),
    /** All that Ion's answers gave, oldest first. */
    ionRequestIds: jsonb("ion_request_ids").$type<string[]>().notNull().default([]),
    /** Why it is where it is: a code of ours or Ion's, for people with the reference. */
    reason: text(),
    problem: jsonb().$type<IntentProblem>(),
    difference: jsonb().$type<IntentDifference>(),
    released: jsonb().$type<ReleaseEvidence>(),
    createdAt: at("created_at").notNull().defaultNow(),
    sentAt: at("sent_at"),
    settledAt: at("settled_at"),
  },
  (table) => [
    // A cart is free again when nothing was ordered: refused, recalled, or set free by a person.
    uniqueIndex("order_intents_one_per_cart")
      .on(table.accountId, table.cartId)
      .where(sql`${table.state} not in ('rejected', 'released', 'recalled')`),
    uniqueIndex("order_intents_one_change")
      .on(table.accountId, table.resourceId)
      .where(sql`${table.kind} = 'change' and ${table.state} in ('held', 'pending', 'sending', 'unknown')`),
    index("order_intents_live")
      .on(table.state, table.createdAt)
      .where(sql`${table.state} in ('held', 'pending', 'sending', 'unknown')`),
    index("order_intents_outbox").on(table.accountId, table.createdAt),
    index("order_intents_order").on(table.accountId, table.orderId),
    check("order_intents_placed", sql`${table.state} <> 'placed' or ${table.orderId} is not null`),
    check("order_intents_held", sql`${table.state} <> 'held' or ${table.heldUntil} is not null`),
    check("order_intents_sending", sql`${table.state} <> 'sending' or ${table.leaseOwner} is not null`),
    check(
      "order_intents_secrets",
      sql`${table.secretsCipher} is null or ${table.state} in ('held', 'pending', 'sending')`,
    ),
    check(
      "order_intents_kind",
      sql`case ${table.kind} when 'checkout' then ${table.cartId} is not null
        when 'change' then ${table.resourceId} is not null and ${table.subscriptionId} is not null and ${table.request} is not null
        else ${table.request} is not null end`,
    ),
  ],
);
