import { requireAccount } from "../accounts";
import type { AddOn, Offer, Sku } from "../catalog";
import { toIso } from "../clock";
import type { Emulator } from "../emulator";
import { uuidOf } from "../random";
import { type Customer, findCustomer } from "../state/customers";
import { issuePassword } from "../state/issued-secrets";
import { nextId } from "../state/meta";
import type { Attribute, OrderAddOn, OrderError, OrderItem, StoredOrder } from "../state/orders";
import { findAddOn, findOffer } from "../state/products";
import {
  findSubscription,
  insertSubscription,
  newSubscriptionId,
  type StoredSubscription,
  saveSubscription,
} from "../state/subscriptions";
import { findDomainOwner, findProfile, saveProfile } from "../state/tenants";
import { logActivity } from "../subscriptions/activity";
import { applyUpdate } from "../subscriptions/apply-update";
import { buildSubscription } from "../subscriptions/build-subscription";
import { type Vendor, vendorOfProvider } from "../vendors";
import { attribute } from "./order-request";

/**
 * Does what a finished order does: subscriptions are made or changed, a new tenant appears.
 * @returns what the vendor refused; the caller turns the order into ERROR and the rest of the order still holds.
 */
export function fulfilOrder(emulator: Emulator, stored: StoredOrder, nowMs: number): OrderError[] {
  const customer = findCustomer(emulator.db, stored.customerId);
  if (!customer) throw new Error(`order ${stored.order.orderId} has no customer`);
  return stored.order.orderItems.flatMap((item, index) => {
    const { accountId, order } = stored;
    const offer = findOffer(emulator.db, accountId, item.productId, item.skuId, item.planId);
    if (!offer) return [problem(index, "PROV-4040", `The plan ${item.planId} is no longer in the catalog.`)];
    const work = { emulator, accountId, orderId: order.orderId, customer, item, offer, nowMs };
    const refused = item.action === "CREATE" ? fulfilCreate(work) : fulfilUpdate(work);
    if (refused) return [problem(index, refused.code, refused.detail, refused.path)];
    item.status = "COMPLETED";
    return [];
  });
}

type Work = {
  emulator: Emulator;
  accountId: string;
  orderId: string;
  customer: Customer;
  item: OrderItem;
  offer: Offer;
  nowMs: number;
};
type Refused = { code: string; detail: string; path?: string };

function problem(index: number, code: string, detail: string, path = ""): OrderError {
  return { code, detail, sourceName: "provisioning", instancePath: `/orderItems/${index}${path}` };
}

function fulfilUpdate({ emulator, customer, item, offer, nowMs }: Work): Refused | undefined {
  const stored = findSubscription(emulator.db, customer.customerId, item.resourceId ?? "");
  if (!stored) return { code: "PROV-4041", detail: "The subscription no longer exists at the vendor." };
  const result = applyUpdate(emulator, stored, item, offer, customer, nowMs);
  const refused = "refused" in result ? result.refused : undefined;
  logActivity(stored, {
    id: String(nextId(emulator.db, "activity")),
    type: "UPDATE",
    at: toIso(nowMs),
    details: "done" in result ? result.done : result.refused.detail,
    failed: refused !== undefined,
  });
  saveSubscription(emulator.db, stored);
  return refused;
}

function fulfilCreate(work: Work): Refused | undefined {
  const { emulator, accountId, orderId, customer, item, offer, nowMs } = work;
  const vendor = vendorOfProvider(offer.sku.productCloudProviderName);
  const tenant =
    vendor.key === "microsoft" ? joinTenant(work, vendor) : { attributes: domainAttributes(item) };
  if ("refused" in tenant) return tenant.refused;
  const orderItemId = item.name.slice(item.name.lastIndexOf("/") + 1);
  const vendorId = vendor.key === "ibm" ? `bu5e8${nowMs}${orderItemId}` : uuidOf(`subscription:${item.name}`);
  const id = newSubscriptionId(emulator.db);
  const stored = buildSubscription({
    id,
    vendorId,
    account: requireAccount(accountId),
    customer,
    offer,
    quantity: item.quantity,
    nowMs,
    resellerPO: item.resellerPO,
    customerPO: item.endCustomerPO,
    customTermEndDate: attribute(item.attributes, "customTermEndDate"),
    attributes: [
      ...tenant.attributes,
      { name: "EventId", value: uuidOf(`event:${item.name}`) },
      { name: "OrderId", value: orderId },
      { name: "OrderItemId", value: orderItemId },
      { name: "ProcessId", value: item.provisioningInfo?.processId ?? uuidOf(`process:${item.name}`) },
    ],
  });
  const friendlyName = attribute(item.attributes, "friendlyName");
  if (friendlyName) stored.subscription.subscriptionName = friendlyName;
  logActivity(stored, {
    id: String(nextId(emulator.db, "activity")),
    type: "CREATE",
    at: toIso(nowMs),
    details: `Ordered ${item.quantity} licences`,
  });
  insertSubscription(emulator.db, stored);
  item.resourceId = vendorId;
  for (const addOn of item.addOns ?? []) fulfilAddOn(work, stored, addOn);
  return undefined;
}

/** An add-on is a subscription of its own that points at its base: ending one does not end the other. */
function fulfilAddOn(work: Work, base: StoredSubscription, addOn: OrderAddOn): void {
  const { emulator, accountId, customer, item, offer, nowMs } = work;
  const found = findAddOn(offer.product, addOn.planId);
  if (!found) return;
  const stored = buildSubscription({
    id: newSubscriptionId(emulator.db),
    vendorId: uuidOf(`subscription:${item.name}:${addOn.planId}`),
    account: requireAccount(accountId),
    customer,
    offer: { product: offer.product, sku: addOnAsSku(found.addOn, offer.sku), plan: found.plan },
    quantity: addOn.quantity,
    nowMs,
    resellerPO: item.resellerPO,
    customerPO: item.endCustomerPO,
    attributes: base.detail.attributes.filter(({ name }) => name !== "CloudProvider" && name !== "Region"),
  });
  stored.subscription.parentSubscriptionId = base.subscription.subscriptionId;
  logActivity(stored, {
    id: String(nextId(emulator.db, "activity")),
    type: "CREATE",
    at: toIso(nowMs),
    details: `Ordered ${addOn.quantity} licences as an add-on`,
  });
  insertSubscription(emulator.db, stored);
}

/** What a subscription shows of the SKU it was bought as, with the add-on's own words. */
function addOnAsSku(addOn: AddOn, base: Sku): Sku {
  const { id, displayName, description, plans, productId, productAvailability, cancelTiming } = addOn;
  return { ...base, id, displayName, description, plans, productId, productAvailability, cancelTiming };
}

function domainAttributes(item: OrderItem): Attribute[] {
  const domain = attribute(item.attributes, "customerDomain");
  return domain ? [{ name: "CustomerDomain", value: domain }] : [];
}

/** Puts a Microsoft item into the customer's tenant, or makes the tenant that the item asks for. */
function joinTenant(work: Work, vendor: Vendor): { attributes: Attribute[] } | { refused: Refused } {
  const { emulator, customer, item } = work;
  const profile = findProfile(emulator.db, customer.customerId, vendor.providerId ?? 0);
  const prefix = attribute(item.attributes, "domainName");
  const adds = attribute(item.attributes, "operations") === "addSubscription";
  const wanted = prefix === undefined || prefix.includes(".") ? prefix : `${prefix}.onmicrosoft.com`;
  const joins =
    profile?.customerTenantId && (adds || wanted?.toLowerCase() === profile.customerDomain?.toLowerCase());
  if (profile?.customerTenantId && joins) {
    return { attributes: tenantLink(profile.customerDomain ?? "", profile.customerTenantId) };
  }
  if (wanted === undefined)
    return { refused: { code: "MS-60010", detail: "The customer has no Microsoft tenant." } };
  if (findDomainOwner(emulator.db, wanted) !== undefined) {
    return {
      refused: {
        code: "MS-600005",
        detail: `The domain prefix '${prefix}' is already in use. Choose another one.`,
        path: "/attributes/domainName",
      },
    };
  }
  const tenantId = uuidOf(`tenant:${item.name}`);
  // A customer who already has a tenant keeps it in the profile: the second one shows only on the subscription.
  if (!profile?.customerTenantId) {
    saveProfile(emulator.db, customer.customerId, {
      providerId: String(vendor.providerId),
      displayName: vendor.displayName,
      shortName: vendor.shortName,
      enabled: true,
      customerTenantId: tenantId,
      customerDomain: wanted,
      agreementStatus: "ACCEPTED",
      allowDelegatedAccess: true,
      gdapStatus: "ACTIVE",
      gdapLevel: "LIMITED",
      gdapRoles: ["Directory readers", "License administrator"],
    });
  }
  for (const one of item.attributes) if (one.name === "domainName") one.value = wanted;
  item.attributes.push(
    { name: "customerTenantId", value: tenantId },
    { name: "userName", value: `admin@${wanted}` },
    { name: "password", value: issuePassword(emulator.db, "tenant administrator's password") },
  );
  return { attributes: tenantLink(wanted, tenantId) };
}

function tenantLink(domain: string, tenantId: string): Attribute[] {
  return [
    { name: "CustomerDomain", value: domain },
    { name: "CustomerTenantId", value: tenantId },
  ];
}
