export type Measured = { name: string; method?: string; path: string; body?: unknown };

/** What must be known of the seeded data to ask for it. */
export type Known = {
  customer: string;
  order: string;
  subscription: string;
  counts: { products: number; orders: number; subscriptions: number };
};

export const A = "/api/v3/accounts/10001";

/** What paging.ts makes of no filters at all. */
const EMPTY_FILTERS = "2jmj7l";

/** The calls that a portal makes most, and the deepest pages. */
export function measuredCalls({ customer, order, subscription, counts }: Known): Measured[] {
  const last = counts.subscriptions - 100;
  const half = counts.orders / 2;
  const halfway = counts.products / 2;
  const token = (cursor: number) =>
    Buffer.from(`${Math.floor(cursor)}:100:${EMPTY_FILTERS}`).toString("base64url");
  const item = {
    action: "UPDATE",
    productId: "Microsoft365EandFNCE-demonce",
    skuId: "USCFQ7TTC0LDPB0001",
    planId: "Monthly-n18",
    quantity: 1,
    attributes: [{ name: "operations", value: "updateSubscription" }],
  };
  return [
    { name: "products list, 20", path: `${A}/products?pageSize=20` },
    { name: "products list, 100", path: `${A}/products?pageSize=100` },
    { name: "products list, 100, from the middle", path: `${A}/products?pageToken=${token(halfway)}` },
    { name: "products by name", path: `${A}/products?pageSize=20&filter.name=Backup%2019` },
    { name: "products by rare name", path: `${A}/products?pageSize=20&filter.name=no%20such%20thing` },
    {
      name: "products by SKU name",
      path: `${A}/products?pageSize=20&filter.skuDisplayName=no%20such%20thing`,
    },
    {
      name: "products by add-on name",
      path: `${A}/products?pageSize=20&filter.addonDisplayName=no%20such%20thing`,
    },
    { name: "products by provider", path: `${A}/products?pageSize=20&filter.cloudProviderId=30` },
    {
      name: "products by part number",
      path: `${A}/products?pageSize=20&filter.mfgPartNumber=CFQ7TTC0LH18:0001:P1Y:Y`,
    },
    { name: "product", path: `${A}/products/Microsoft365EandFNCE-demonce` },
    { name: "categories", path: `${A}/products/categories` },
    {
      name: "pricing",
      method: "POST",
      path: `${A}/products:pricing`,
      body: { externalProductWithProvider: [{ provider: "azure", externalProducts: ["CFQ7TTC0LH18"] }] },
    },
    { name: "customers list, 100", path: `${A}/customers?pageSize=100` },
    { name: "customers by name", path: `${A}/customers?pageSize=100&filter.customerName=Grace%20Chen` },
    { name: "customer", path: `${A}/customers/${customer}` },
    { name: "cloud profiles", path: `${A}/customers/${customer}/cloudProfiles` },
    { name: "orders list, 100", path: `${A}/orders?pageSize=100` },
    { name: "orders list, 100, from the middle", path: `${A}/orders?pageToken=${token(half)}` },
    { name: "orders by status", path: `${A}/orders?pageSize=100&status=ERROR` },
    { name: "orders by provider", path: `${A}/orders?pageSize=100&filter.providerNameList=SOPHOS` },
    { name: "orders by update time", path: `${A}/orders?pageSize=100&sortBy=updateTime` },
    { name: "orders of a customer", path: `${A}/customers/${customer}/orders?pageSize=100` },
    { name: "orders of every customer", path: `${A}/customers/-/orders?pageSize=100` },
    { name: "order", path: `${A}/customers/${customer}/orders/${order}` },
    {
      name: "refused order",
      method: "POST",
      path: `${A}/customers/${customer}/orders`,
      body: { orderItems: [item] },
    },
    { name: "subscriptions list, 100", path: `${A}/subscriptions?pagination.limit=100` },
    {
      name: "subscriptions list, last page",
      path: `${A}/subscriptions?pagination.limit=100&pagination.offset=${last}`,
    },
    {
      name: "subscriptions by renewal date",
      path: `${A}/subscriptions?pagination.limit=100&pagination.sortBy=renewalDate&pagination.offset=${last}`,
    },
    {
      name: "subscriptions by customer name",
      path: `${A}/subscriptions?pagination.limit=100&pagination.sortBy=customerName&pagination.sortOrder=DESC`,
    },
    {
      name: "subscriptions by status",
      path: `${A}/subscriptions?pagination.limit=100&subscriptionStatus=SUSPENDED`,
    },
    {
      name: "subscriptions by text",
      path: `${A}/subscriptions?pagination.limit=100&pagination.filter=no%20such%20thing`,
    },
    {
      name: "subscriptions by text, sorted",
      path: `${A}/subscriptions?pagination.limit=100&pagination.filter=business&pagination.sortBy=renewalDate`,
    },
    {
      name: "subscriptions by billing term",
      path: `${A}/subscriptions?pagination.limit=100&billingTerm=P1M`,
    },
    {
      name: "subscriptions ending this month",
      path: `${A}/subscriptions?pagination.limit=100&endDateRange.relativeDateRange=MONTH_TO_DATE`,
    },
    {
      name: "subscriptions by custom field",
      path: `${A}/subscriptions?pagination.limit=100&customField.field=ContactID&customField.value=1234`,
    },
    { name: "subscription", path: `${A}/customers/${customer}/subscriptions/${subscription}` },
    { name: "carts list", path: `/api/v3/customers/${customer}/carts?status=OPEN&pagination.limit=100` },
    {
      name: "create cart",
      method: "POST",
      path: `/api/v3/customers/${customer}/carts`,
      body: { status: "OPEN" },
    },
    { name: "templates by vendor", path: `${A}/provisionTemplates?vendor=MICROSOFT` },
  ];
}
