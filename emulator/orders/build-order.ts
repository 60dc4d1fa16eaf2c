import type { Account } from "../accounts";
import { detail, isUsage, type Offer, partNumber, quantityLimits, termMonths, termOf } from "../catalog";
import { toIso } from "../clock";
import { lineTotal } from "../money";
import { uuidOf } from "../random";
import type { Customer } from "../state/customers";
import type { Attribute, Order, OrderItem, OrderStatus } from "../state/orders";
import { findAddOn } from "../state/products";
import { vendorOfProvider } from "../vendors";
import type { ValidItem } from "./order-request";
import { priceFor } from "./prices";

export type OrderInput = {
  orderId: string;
  /** One id per item. */
  itemIds: string[];
  account: Account;
  customer: Customer;
  nowMs: number;
  status: OrderStatus;
  referenceId?: string;
  displayName?: string;
  cartId?: string;
  lines: { item: ValidItem; offer: Offer; addedAttributes?: Attribute[]; holdReason?: string }[];
};

/** An order as Ion first answers it, in the default spelling. */
export function buildOrder(input: OrderInput): Order {
  const { account, customer, nowMs } = input;
  const time = toIso(nowMs);
  const name = `accounts/${account.accountId}/customers/${customer.customerId}/orders/${input.orderId}`;
  const orderItems = input.lines.map((line, index) =>
    buildItem(`${name}/orderItems/${input.itemIds[index]}`, input, line, time),
  );
  const currencies = new Set(orderItems.map((item) => item.currencyCode));
  // Amounts of different currencies have no common total: Ion then sends none.
  const currencyCode = currencies.size === 1 ? orderItems[0]?.currencyCode : undefined;
  const amounts = [
    ...orderItems.map((item) => item.subTotal ?? 0),
    ...input.lines.flatMap((line) => addOnAmounts(line, customer)),
  ];
  const total = amounts.reduce((sum, amount) => Math.fround(sum + amount), 0);
  return {
    name,
    orderId: input.orderId,
    referenceId: input.referenceId,
    displayName: input.displayName,
    userId: account.user.id,
    userName: account.user.name,
    userEmail: account.user.email,
    status: input.status,
    currencyCode,
    total: currencyCode === undefined ? undefined : total || undefined,
    portal: "v3",
    cartId: input.cartId,
    orderItems,
    provisioningInfo: {
      processId: uuidOf(`process:${input.orderId}`),
      processName: "Order_V3",
      details: input.lines.find((line) => line.holdReason)?.holdReason,
    },
    createTime: time,
    updateTime: time,
    scheduledAt: time,
  };
}

/** Add-ons have no amounts of their own in an order item; they are in the order's total. */
function addOnAmounts({ item, offer }: OrderInput["lines"][number], customer: Customer): number[] {
  return (item.addOns ?? []).map((wanted) => {
    const plan = findAddOn(offer.product, wanted.planId)?.plan;
    return plan ? lineTotal(priceFor({ plan }, customer).price, wanted.quantity) : 0;
  });
}

function buildItem(
  name: string,
  input: OrderInput,
  line: OrderInput["lines"][number],
  time: string,
): OrderItem {
  const { item, offer } = line;
  const { product, sku, plan } = offer;
  const { price, cost, msrp, currency } = priceFor(offer, input.customer);
  const creates = item.action === "CREATE";
  return {
    name,
    referenceId: item.referenceId,
    action: item.action,
    purchaseIntention: creates ? "New Purchase" : undefined,
    resourceId: item.resourceId,
    productId: product.id,
    skuId: sku.id,
    mfgPartNumber: partNumber(plan),
    planId: plan.id,
    quantity: item.quantity,
    providerName: vendorOfProvider(sku.productCloudProviderName).providerName,
    // A zero amount is left out, as protobuf JSON does: a usage plan has no price.
    price: price || undefined,
    cost: cost || undefined,
    msrp: msrp || undefined,
    currencyCode: currency,
    subTotal: lineTotal(price, item.quantity) || undefined,
    endCustomerPO: item.endCustomerPO,
    resellerPO: item.resellerPO,
    addOns: item.addOns?.length ? item.addOns : undefined,
    attributes: [...item.attributes, ...(line.addedAttributes ?? [])],
    catalogAttributes: creates ? catalogAttributes(offer, input.account) : undefined,
    cartItemId: item.cartItemId,
    status: input.status,
    additionalInformation: line.holdReason,
    createTime: time,
    updateTime: time,
    pricingInfo: "Pricebook price",
    wqmTaskStatus: line.holdReason ? "Task Created" : "Task Not Created",
    productName: product.marketing.displayName,
    skuName: sku.displayName,
    planName: plan.displayName,
    productOwnerCountryCode: input.account.country,
  };
}

/** Everything the catalog knew of an item when it was bought (CONTRACT.md section 2.5). */
function catalogAttributes({ product, sku, plan }: Offer, account: Account): Attribute[] {
  const term = termOf(plan);
  const months = termMonths(term);
  const { min, max } = quantityLimits(plan);
  const externalId = `${detail(plan, "Market") ?? account.country},${sku.productId.replace(":", ",")}`;
  const custom = product.definition.customFields ?? [];
  const pairs: [string, string | undefined][] = [
    ["productCategories", custom.find((field) => field.name === "ProvisioningCategory")?.content],
    ["productCloudProviderName", sku.productCloudProviderName],
    ["sku.Name", sku.id],
    ["sku.DisplayName", sku.displayName],
    ["sku.ExternalId", externalId],
    ["sku.Verticals", sku.verticals[0]],
    ["plan.Name", plan.id],
    ["plan.DisplayName", plan.displayName],
    ["plan.ExternalId", `${externalId},${detail(plan, "Commitment") ?? plan.displayName}`],
    ["plan.BillingPeriod", plan.billingPeriod.toLowerCase()],
    ["plan.ApprovalRequired", String(plan.approvalRequired)],
    ["plan.MinQuantity", String(min)],
    ["plan.MaxQuantity", String(max)],
    ["plan.DurationUnit", months === 0 ? "unlimited" : term?.endsWith("Y") ? "year" : "month"],
    ["plan.DurationCount", months === 0 ? "0" : String(term?.endsWith("Y") ? months / 12 : months)],
    ["plan.DurationType", isUsage(plan) || months === 0 ? "unlimited" : "fixed"],
    ...custom.map((field): [string, string] => [`customField.${field.name}`, field.content]),
    ["product.ownerAccountId", account.isvId],
    ["credentialsName", `accounts/${account.isvId}/providerCredentials/1`],
  ];
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
