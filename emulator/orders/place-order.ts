import { requireAccount } from "../accounts";
import type { Emulator } from "../emulator";
import { standardError } from "../errors";
import { uuidOf } from "../random";
import type { Customer } from "../state/customers";
import { nextId } from "../state/meta";
import { type Attribute, hasReference, insertOrder, type StoredOrder } from "../state/orders";
import { findProfile } from "../state/tenants";
import { vendorOfProvider } from "../vendors";
import { buildOrder } from "./build-order";
import type { Outcome } from "./next-orders";
import { attribute } from "./order-request";
import { APPROVAL_REASON, createScript, HOLD_REASON, troubleErrors, updateScript } from "./script";
import type { CheckedItem } from "./validate-order";

export type Placement = {
  accountId: string;
  customer: Customer;
  items: CheckedItem[];
  referenceId?: string;
  displayName?: string;
  cartId?: string;
  /** The caller took it from the queue already. */
  outcome?: Outcome;
};

/**
 * Stores a checked order and the steps it will take. Every call makes a new order: Ion has no idempotency
 * (CONTRACT.md section 8.2).
 */
export function placeOrder(emulator: Emulator, placement: Placement): StoredOrder {
  const { db, clock, settings } = emulator;
  const { accountId, customer, items, referenceId } = placement;
  if (
    referenceId &&
    emulator.variants.is("reference-id", "unique") &&
    hasReference(db, accountId, referenceId)
  ) {
    throw standardError(409, "ALREADY_EXISTS", "already exists");
  }
  const orderId = String(nextId(db, "order"));
  const nowMs = clock.now();
  const creates = items.some(({ item }) => item.action === "CREATE");
  const outcome =
    placement.outcome ??
    emulator.nextOrders.take(orderId, creates ? settings.orderTrouble : 0, settings.seed);
  const needsApproval = creates && items.some(({ offer }) => offer.plan.approvalRequired);
  const holdReason = outcome === "on-hold" ? HOLD_REASON : needsApproval ? APPROVAL_REASON : undefined;
  const order = buildOrder({
    orderId,
    itemIds: items.map(() => String(nextId(db, "orderItem"))),
    account: requireAccount(accountId),
    customer,
    nowMs,
    status: creates ? "ON_HOLD" : "IN_PROGRESS",
    referenceId,
    displayName: placement.displayName,
    cartId: placement.cartId,
    lines: items.map(({ item, offer }) => ({
      item,
      offer,
      addedAttributes: tenantAttributes(
        emulator,
        customer,
        item.attributes,
        offer.sku.productCloudProviderName,
      ),
      holdReason: creates ? holdReason : undefined,
    })),
  });
  const errors = troubleErrors(orderId);
  const script = creates
    ? createScript(nowMs, settings.orderSeconds, outcome, needsApproval, errors)
    : updateScript(nowMs, settings.orderSeconds, outcome, errors);
  const stored: StoredOrder = {
    order,
    accountId,
    customerId: customer.customerId,
    createdAt: nowMs,
    updatedAt: nowMs,
    script,
  };
  insertOrder(db, stored);
  return stored;
}

/** What Ion adds to an `addSubscription` item by itself: the tenant it goes to and who agreed (CONTRACT.md section 4, row 2). */
function tenantAttributes(
  emulator: Emulator,
  customer: Customer,
  attributes: Attribute[],
  providerName: string | undefined,
): Attribute[] {
  const vendor = vendorOfProvider(providerName);
  if (vendor.key !== "microsoft" || attribute(attributes, "operations") !== "addSubscription") return [];
  const profile = findProfile(emulator.db, customer.customerId, vendor.providerId ?? 0);
  if (!profile?.customerTenantId) return [];
  const [first = customer.contactName, ...rest] = customer.contactName.split(" ");
  return [
    { name: "customerTenantId", value: profile.customerTenantId },
    { name: "domainName", value: profile.customerDomain ?? "" },
    { name: "agreementDateAgreed", value: customer.createTime.slice(0, 10) },
    { name: "agreementUserId", value: uuidOf(customer.customerId).slice(0, 8) },
    { name: "agreementEmail", value: customer.email },
    { name: "agreementFirstName", value: customer.firstName ?? first },
    { name: "agreementLastName", value: customer.lastName ?? (rest.join(" ") || first) },
    { name: "agreementPhoneNumber", value: customer.phone ?? "0000000000" },
  ];
}
