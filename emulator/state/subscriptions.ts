import type { Database } from "./database";
import { nextId } from "./meta";

/** A subscription in Ion's default spelling, as lists answer it (CONTRACT.md section 2.6). Amounts are per licence. */
export type Subscription = {
  id: string;
  customerId: string;
  resellerId: string;
  isvId: string;
  cloudProviderId: string;
  subscriptionId: string;
  subscriptionName: string;
  resourceType: string;
  ccpProductId: string;
  ccpSkuId: string;
  ccpPlanId: string;
  subscriptionProductId: string;
  subscriptionSkuId: string;
  subscriptionOfferId: string;
  subscriptionTotalLicenses: string;
  unitType: string;
  subscriptionStatus: string;
  subscriptionPurchasedDate: string;
  subscriptionStartDate: string;
  subscriptionEndDate: string;
  cancellationAllowedUntilDate?: string;
  renewalDate?: string;
  lastUpdatedDate: string;
  subscriptionBillingType: string;
  subscriptionBillingCycle: string;
  subscriptionBillingTerm: string;
  subscriptionRenewStatus: string;
  autoRenew: boolean;
  isTrial: boolean;
  billingCurrency: string;
  customerCost: number;
  price: number;
  cost: number;
  margin: number;
  msrp: number;
  total: number;
  currency: string;
  parentSubscriptionId?: string;
  resellerPO?: string;
  customerPO?: string;
  ccpProductInfo: Record<string, string>;
  customerName: string;
  partnerName: string;
  cloudProviderName: string;
  mfgPartNumber: string;
};

export type ActivityLog = Record<string, string>;

/** What only the detail answer adds. */
export type SubscriptionDetail = {
  activityLogs: { items: ActivityLog[] };
  attributes: { name: string; value: string }[];
  customFields?: { key: string; value: string };
  priceAdjustments?: Record<string, unknown>[];
  contacts?: Record<string, unknown>[];
  products?: Record<string, unknown>[];
  lineItems?: Record<string, unknown>[];
};

/** Changes that wait for the next renewal. */
export type Scheduled = { quantity?: number };

export type StoredSubscription = {
  subscription: Subscription;
  detail: SubscriptionDetail;
  accountId: string;
  nextAt: number | null;
  scheduled?: Scheduled;
};

type Row = {
  id: number;
  account_id: string;
  next_at: number | null;
  scheduled: string | null;
  doc: string;
  detail: string;
};

function toStored(row: Row): StoredSubscription {
  return {
    subscription: JSON.parse(row.doc) as Subscription,
    detail: JSON.parse(row.detail) as SubscriptionDetail,
    accountId: row.account_id,
    nextAt: row.next_at,
    scheduled: row.scheduled === null ? undefined : (JSON.parse(row.scheduled) as Scheduled),
  };
}

const NEVER = 253_370_764_800_000;

function at(iso: string | undefined): number {
  const instant = Date.parse(iso ?? "");
  return Number.isNaN(instant) ? NEVER : instant;
}

/** A different number for every id, in no visible order: multiplying by an odd number permutes the 32-bit numbers. */
function shuffled(id: number): number {
  return Math.imul(id, 0x9e3779b1) >>> 0;
}

function searchText(s: Subscription): string {
  return `${s.subscriptionName}\n${s.customerName}\n${s.subscriptionId}`.toLowerCase();
}

function columns({ subscription: s, detail, accountId, nextAt, scheduled }: StoredSubscription) {
  return [
    accountId,
    Number(s.customerId),
    s.subscriptionId,
    Number(s.cloudProviderId),
    s.subscriptionStatus.toUpperCase(),
    s.subscriptionName,
    s.customerName,
    s.ccpProductId,
    Number(s.subscriptionTotalLicenses),
    at(s.subscriptionStartDate),
    at(s.subscriptionEndDate),
    at(s.renewalDate),
    at(s.lastUpdatedDate),
    s.subscriptionBillingTerm,
    s.subscriptionBillingCycle,
    s.subscriptionProductId,
    s.customerPO ?? "",
    s.resellerPO ?? "",
    s.resourceType,
    s.cloudProviderName,
    s.partnerName,
    shuffled(Number(s.id)),
    searchText(s),
    detail.customFields?.key ?? "",
    detail.customFields?.value ?? "",
    nextAt,
    scheduled === undefined ? null : JSON.stringify(scheduled),
    JSON.stringify(s),
    JSON.stringify(detail),
  ] as const;
}

export function newSubscriptionId(db: Database): string {
  return String(nextId(db, "subscription"));
}

export function insertSubscription(db: Database, stored: StoredSubscription): void {
  db.run(
    `INSERT INTO subscriptions (id, account_id, customer_id, vendor_id, provider_id, status, name, customer_name,
     product_id, licences, started_at, ends_at, renews_at, updated_at, billing_term, billing_cycle, provider_product,
     customer_po, reseller_po, resource_type, provider_name, partner_name, shuffle, search, custom_key, custom_value, next_at,
     scheduled, doc, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    Number(stored.subscription.id),
    ...columns(stored),
  );
  db.run(
    "INSERT INTO subscription_words (rowid, search) VALUES (?, ?)",
    Number(stored.subscription.id),
    searchText(stored.subscription),
  );
}

export function saveSubscription(db: Database, stored: StoredSubscription): void {
  const id = Number(stored.subscription.id);
  const search = searchText(stored.subscription);
  const before = db.get<{ search: string }>("SELECT search FROM subscriptions WHERE id = ?", id);
  if (before?.search !== search) {
    db.run("DELETE FROM subscription_words WHERE rowid = ?", id);
    db.run("INSERT INTO subscription_words (rowid, search) VALUES (?, ?)", id, search);
  }
  db.run(
    `UPDATE subscriptions SET account_id = ?, customer_id = ?, vendor_id = ?, provider_id = ?, status = ?, name = ?,
     customer_name = ?, product_id = ?, licences = ?, started_at = ?, ends_at = ?, renews_at = ?, updated_at = ?,
     billing_term = ?, billing_cycle = ?, provider_product = ?, customer_po = ?, reseller_po = ?, resource_type = ?,
     provider_name = ?, partner_name = ?, shuffle = ?, search = ?, custom_key = ?, custom_value = ?, next_at = ?, scheduled = ?, doc = ?, detail = ? WHERE id = ?`,
    ...columns(stored),
    Number(stored.subscription.id),
  );
}

/** By the internal id or by the vendor's id: Ion's sources disagree which one the path takes. */
export function findSubscription(
  db: Database,
  customerId: string,
  id: string,
): StoredSubscription | undefined {
  const byNumber = /^\d{1,15}$/.test(id)
    ? db.get<Row>(
        "SELECT * FROM subscriptions WHERE id = ? AND customer_id = ?",
        Number(id),
        Number(customerId),
      )
    : undefined;
  const row =
    byNumber ??
    db.get<Row>(
      "SELECT * FROM subscriptions WHERE vendor_id = ? AND customer_id = ?",
      id,
      Number(customerId),
    );
  return row && toStored(row);
}

/** Subscriptions whose renewal date has come. */
export function dueSubscriptions(db: Database, nowMs: number): StoredSubscription[] {
  return db
    .all<Row>(
      "SELECT * FROM subscriptions WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT 500",
      nowMs,
    )
    .map(toStored);
}
