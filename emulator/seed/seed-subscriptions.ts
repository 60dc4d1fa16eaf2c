import { requireAccount } from "../accounts";
import { type Offer, termMonths, termOf } from "../catalog";
import { addMonths, DAY_MS, toIso } from "../clock";
import { type Random, uuidOf } from "../random";
import type { Database } from "../state/database";
import { insertSubscription, newSubscriptionId, type StoredSubscription } from "../state/subscriptions";
import { findProfile } from "../state/tenants";
import { logActivity } from "../subscriptions/activity";
import { buildSubscription, cancellationLimit } from "../subscriptions/build-subscription";
import { vendorOfProvider } from "../vendors";
import type { SeededCustomer } from "./seed-customers";

/** What filling one account with orders and subscriptions works on. */
export type Seeding = {
  db: Database;
  accountId: string;
  customers: SeededCustomer[];
  offers: Offer[];
  nowMs: number;
  random: Random;
};

type Bought = { orderId: string; itemName: string; quantity: number; at: number };

/** The subscription that a finished order made, as it is today. */
export function seedSubscription(
  { db, accountId, nowMs, random }: Seeding,
  buyer: SeededCustomer,
  offer: Offer,
  bought: Bought,
): StoredSubscription {
  const vendor = vendorOfProvider(offer.sku.productCloudProviderName);
  const profile =
    vendor.providerId === undefined
      ? undefined
      : findProfile(db, buyer.customer.customerId, vendor.providerId);
  const stored = buildSubscription({
    id: newSubscriptionId(db),
    vendorId: uuidOf(`subscription:${bought.itemName}`),
    account: requireAccount(accountId),
    customer: buyer.customer,
    offer,
    quantity: bought.quantity,
    nowMs: bought.at,
    attributes: [
      { name: "CustomerDomain", value: profile?.customerDomain ?? buyer.customer.domain ?? "" },
      ...(profile?.customerTenantId ? [{ name: "CustomerTenantId", value: profile.customerTenantId }] : []),
      { name: "EventId", value: uuidOf(`event:${bought.itemName}`) },
      { name: "OrderId", value: bought.orderId },
      { name: "OrderItemId", value: bought.itemName.slice(bought.itemName.lastIndexOf("/") + 1) },
      { name: "ProcessId", value: uuidOf(`process:${bought.itemName}`) },
    ],
  });
  const activity = {
    id: uuidOf(`activity:${bought.itemName}`).slice(0, 8),
    type: "CREATE",
    at: toIso(bought.at),
    details: `Ordered ${bought.quantity} licences`,
  };
  logActivity(stored, activity);
  bringUpToDate(stored, offer, bought.at, nowMs, random);
  insertSubscription(db, stored);
  return stored;
}

/** Renews an old purchase up to today, and lets some be suspended, cancelled, expired or without auto-renew. */
function bringUpToDate(
  stored: StoredSubscription,
  offer: Offer,
  start: number,
  nowMs: number,
  random: Random,
): void {
  const s = stored.subscription;
  const months = termMonths(termOf(offer.plan));
  let [from, terms] = [start, 0];
  while (months > 0 && addMonths(start, months * (terms + 1)) <= nowMs) {
    terms += 1;
    from = addMonths(start, months * terms);
  }
  const draw = random.next();
  if (months > 0) {
    const end = addMonths(start, months * (terms + 1));
    s.subscriptionStartDate = toIso(from);
    s.subscriptionEndDate = toIso(end);
    s.renewalDate = toIso(end);
    s.cancellationAllowedUntilDate = cancellationLimit(offer, from);
    s.lastUpdatedDate = toIso(from);
    s.isTrial = s.isTrial && terms === 0 && nowMs - start < 30 * DAY_MS;
    stored.nextAt = end;
    if (draw < 0.12) setAutoRenewOff(stored);
  }
  if (draw > 0.96) s.subscriptionStatus = "suspended";
  else if (draw > 0.92) close(stored, "cancelled");
  else if (draw > 0.9 && months > 0) close(stored, "expired");
}

function setAutoRenewOff({ subscription }: StoredSubscription): void {
  subscription.autoRenew = false;
  subscription.subscriptionRenewStatus = "DISABLED";
}

function close(stored: StoredSubscription, status: string): void {
  stored.subscription.subscriptionStatus = status;
  stored.nextAt = null;
  setAutoRenewOff(stored);
}
