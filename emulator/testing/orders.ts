import { A, type Reply, type TestEmulator } from "./test-emulator";

/** The seven attributes of a new Microsoft tenant, CONTRACT.md section 4.1. */
export function newTenant(domainName: string): { name: string; value: string }[] {
  return [
    { name: "domainName", value: domainName },
    { name: "agreementDateAgreed", value: "2026-03-01" },
    { name: "agreementUserId", value: "1234" },
    { name: "agreementEmail", value: "jane@customer.example" },
    { name: "agreementFirstName", value: "Jane" },
    { name: "agreementLastName", value: "Doe" },
    { name: "agreementPhoneNumber", value: "5643454321" },
  ];
}

/** The guide's Business Standard plan, monthly. */
export const BUSINESS_STANDARD = {
  productId: "Microsoft365EandFNCE-demonce",
  skuId: "USCFQ7TTC0LDPB0001",
  planId: "Monthly-n18",
};

export const ADD_SUBSCRIPTION = [{ name: "operations", value: "addSubscription" }];

export type OrderAnswer = {
  orderId: string;
  status: string;
  total?: number;
  errors?: { code: string; detail: string; instancePath: string }[];
  orderItems: {
    status: string;
    resourceId?: string;
    price: number;
    subTotal: number;
    attributes: { name: string; value: string }[];
    provisioningInfo?: { processName: string };
    errors?: unknown[];
  }[];
};

let lastEmail = 0;

/** Creates a customer and answers its id. */
export async function newCustomer(ion: TestEmulator, more: Record<string, unknown> = {}): Promise<string> {
  lastEmail += 1;
  const reply = await ion.call("POST", `${A}/customers`, {
    customerOrganization: "Test Customer",
    customerAddress: { street: "1 Main Street", city: "Hampton", state: "VA", zip: "23669", country: "US" },
    customerName: "Jane Doe",
    customerEmail: `jane.${lastEmail}@customer.example`,
    languageCode: "en",
    ...more,
  });
  if (reply.status !== 200) throw new Error(reply.text);
  return String((reply.body as { name: string }).name.split("/").at(-1));
}

/** Orders for a customer: Business Standard unless the item says otherwise. */
export function order(
  ion: TestEmulator,
  customerId: string,
  item: Record<string, unknown>,
  more = {},
): Promise<Reply> {
  return ion.call("POST", `${A}/customers/${customerId}/orders`, {
    ...more,
    orderItems: [
      { ...BUSINESS_STANDARD, action: "CREATE", quantity: 5, attributes: ADD_SUBSCRIPTION, ...item },
    ],
  });
}

export async function getOrder(ion: TestEmulator, customerId: string, orderId: string): Promise<OrderAnswer> {
  return (await ion.get(`${A}/customers/${customerId}/orders/${orderId}`)).body as OrderAnswer;
}

export type SubscriptionAnswer = {
  id: string;
  subscriptionId: string;
  subscriptionStatus: string;
  subscriptionTotalLicenses: string;
  autoRenew: boolean;
  subscriptionRenewStatus: string;
  subscriptionEndDate: string;
  renewalDate: string;
  cancellationAllowedUntilDate: string;
  price: number;
  total: number;
  ccpSkuId: string;
  ccpPlanId: string;
  parentSubscriptionId?: string;
  resellerPO?: string;
};

export async function subscriptionsOf(ion: TestEmulator, customerId: string): Promise<SubscriptionAnswer[]> {
  const reply = await ion.get(`${A}/subscriptions?customerId=${customerId}&pagination.sortBy=id`);
  return (reply.body as { items: SubscriptionAnswer[] }).items;
}

/** A customer with a tenant and one active Business Standard subscription of 5 licences, bought just now. */
export async function customerWithSubscription(
  ion: TestEmulator,
  item: Record<string, unknown> = {},
): Promise<{ customerId: string; subscription: SubscriptionAnswer }> {
  const customerId = await newCustomer(ion);
  const placed = await order(ion, customerId, { attributes: newTenant(`tenant${customerId}`), ...item });
  if (placed.status !== 200) throw new Error(placed.text);
  await ion.later(ion.running.emulator.settings.orderSeconds);
  const [subscription] = await subscriptionsOf(ion, customerId);
  if (!subscription) throw new Error("the order made no subscription");
  return { customerId, subscription };
}
