import { ACCOUNTS, type Account } from "../accounts";
import { toIso } from "../clock";
import type { Emulator } from "../emulator";
import { createRandom } from "../random";
import type { Scale } from "../settings";
import type { Database } from "../state/database";
import { readMeta, writeMeta } from "../state/meta";
import { SEEDED_TABLES } from "../state/schema";
import { type StoredSubscription, saveSubscription } from "../state/subscriptions";
import { seedGuideSamples } from "./guide-samples";
import { seedCarts } from "./seed-carts";
import { type CatalogSize, seedCatalog } from "./seed-catalog";
import { seedCustomers } from "./seed-customers";
import { type OrderPlan, seedOrders } from "./seed-orders";

type Size = { customers: number; carts: number } & CatalogSize & OrderPlan;

/** Counts of the reseller 10001 (the design's scales); account 10002 is always small. */
const SIZES: Record<Scale, Size> = {
  demo: { products: 40, plans: 0, customers: 60, orders: 120, subscriptions: 160, carts: 12 },
  medium: { products: 1_000, plans: 5_000, customers: 500, orders: 2_000, subscriptions: 5_000, carts: 100 },
  large: {
    products: 20_000,
    plans: 100_000,
    customers: 5_000,
    orders: 20_000,
    subscriptions: 50_000,
    carts: 500,
  },
};
const SMALL: Size = { products: 40, plans: 0, customers: 8, orders: 20, subscriptions: 24, carts: 2 };

/** Every value of the subscription status enum (CONTRACT.md section 3), lower case as subscriptions have it. */
const SUBSCRIPTION_STATUSES = [
  "accepted",
  "active",
  "available",
  "cancelled",
  "complete",
  "confirmed",
  "deleted",
  "disabled",
  "enabled",
  "error",
  "expired",
  "failed",
  "initiated",
  "in_progress",
  "paused",
  "pending",
  "running",
  "stopped",
  "suspended",
];

export function isSeeded(db: Database): boolean {
  return readMeta(db, "scale") !== undefined;
}

/**
 * Empties the state and fills it again, the same for the same scale and seed number. Dates lie before the emulator's
 * present. Tokens stay valid, so that a client survives a reset.
 */
export function seedDatabase(emulator: Emulator): void {
  const { db, clock, settings } = emulator;
  const nowMs = clock.now();
  db.transaction(() => {
    for (const table of SEEDED_TABLES) db.run(`DELETE FROM ${table}`);
    db.run("INSERT INTO subscription_words (subscription_words) VALUES ('delete-all')");
    const [reseller, other] = ACCOUNTS;
    seedAccount(db, reseller, SIZES[settings.scale], 1, settings.seed, nowMs);
    seedAccount(db, other, SMALL, 1_000_000, settings.seed + 1, nowMs);
    writeMeta(db, "scale", settings.scale);
    writeMeta(db, "seed", String(settings.seed));
    writeMeta(db, "seededAt", toIso(nowMs));
  });
  db.exec("ANALYZE");
}

function seedAccount(
  db: Database,
  account: Account,
  size: Size,
  firstSeq: number,
  seed: number,
  nowMs: number,
): void {
  const random = createRandom(seed * 7_919 + Number(account.accountId));
  const { accountId } = account;
  const offers = seedCatalog(db, accountId, size, firstSeq, nowMs, random);
  const customers = seedCustomers(db, accountId, size.customers, nowMs, random);
  const samples = seedGuideSamples(db, accountId, customers, nowMs);
  const subscriptions = seedOrders(
    { db, accountId, customers, offers, nowMs, random },
    { orders: size.orders - samples.orders, subscriptions: size.subscriptions - samples.subscriptions },
  );
  spreadStatuses(db, subscriptions);
  seedCarts(db, account, customers, offers, size.carts, nowMs, random);
}

/** Gives the statuses that no ordinary purchase has to one subscription each. */
function spreadStatuses(db: Database, subscriptions: StoredSubscription[]): void {
  const present = new Set(subscriptions.map(({ subscription }) => subscription.subscriptionStatus));
  const missing = SUBSCRIPTION_STATUSES.filter((status) => !present.has(status));
  const active = subscriptions.filter(({ subscription }) => subscription.subscriptionStatus === "active");
  for (const [index, status] of missing.entries()) {
    const stored = active[index * 2];
    if (!stored) return;
    stored.subscription.subscriptionStatus = status;
    stored.nextAt = null;
    saveSubscription(db, stored);
  }
}
