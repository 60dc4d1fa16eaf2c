import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  BUSINESS_STANDARD,
  customerWithSubscription,
  newCustomer,
  newTenant,
  order,
  subscriptionsOf,
} from "./testing/orders";
import { A, type Reply, startTestEmulator, type TestEmulator } from "./testing/test-emulator";
import { VARIANTS, type VariantName } from "./variant-table";

let ion: TestEmulator;
/** A customer with a tenant, a finished order, a subscription and an open cart with one item. */
let customerId: string;
let orderId: string;
let subscriptionId: string;
let cart: string;

const PLAN = `products/${BUSINESS_STANDARD.productId}/skus/${BUSINESS_STANDARD.skuId}/plans/${BUSINESS_STANDARD.planId}`;

beforeAll(async () => {
  ion = await startTestEmulator();
  const made = await customerWithSubscription(ion, { resellerPO: "R-1", endCustomerPO: "C-1" });
  [customerId, subscriptionId] = [made.customerId, made.subscription.id];
  const orders = (await ion.get(`${A}/customers/${customerId}/orders?pageSize=1`)).body as {
    orders: { orderId: string }[];
  };
  orderId = orders.orders[0]?.orderId ?? "";
  const created = await ion.call("POST", `/api/v3/customers/${customerId}/carts`, { status: "OPEN" });
  cart = `/api/v3/${(created.body as { name: string }).name}`;
  await ion.call("POST", `${cart}/cartItems`, { planName: PLAN, quantity: 3 });
});
afterAll(() => ion.close());
afterEach(async () => {
  await ion.control("DELETE", "/variants");
  await ion.control("DELETE", "/faults");
});

const set = (name: VariantName, value: string) => ion.control("POST", "/variants", { [name]: value });
const getOrder = () => ion.get(`${A}/customers/${customerId}/orders/${orderId}`);
const getSubscription = () => ion.get(`${A}/customers/${customerId}/subscriptions/${subscriptionId}`);
const customer = (email: string, more = {}) => ({
  customerOrganization: "Variant Ltd",
  customerAddress: { street: "1 A", city: "B", state: "VA", zip: "1", country: "US" },
  customerName: "Jane Doe",
  customerEmail: email,
  languageCode: "EN",
  ...more,
});

/** Reads `a.b.0.c` out of a reply's body. */
function at(reply: Reply, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], reply.body);
}

/** Calls whose answer a variant changes in one place: `[variant, value, call, path, default, changed]`. */
type Spelling = [VariantName, string, () => Promise<Reply>, string, unknown, unknown];
const spellings: Spelling[] = [
  ["order-completed", "COMPLETE", getOrder, "status", "COMPLETED", "COMPLETE"],
  ["order-completed", "COMPLETE", getOrder, "orderItems.0.status", "COMPLETED", "COMPLETE"],
  ["order-case", "lower", getOrder, "status", "COMPLETED", "completed"],
  ["order-quantity", "string", getOrder, "orderItems.0.quantity", 5, "5"],
  ["order-ids", "number", getOrder, "userId", "44019", 44019],
  [
    "order-name",
    "customer",
    getOrder,
    "name",
    expect.stringMatching(/^accounts\/.*\/orders\/\d+$/),
    "Test Customer",
  ],
  ["order-name", "item", getOrder, "name", expect.anything(), expect.stringMatching(/\/orderItems\/\d+$/)],
  ["order-ids-fields", "none", getOrder, "orderId", expect.any(String), undefined],
  ["order-ids-fields", "all", getOrder, "accountId", undefined, "10001"],
  [
    "list-catalog-attributes",
    "present",
    () => ion.get(`${A}/customers/${customerId}/orders?pageSize=1`),
    "orders.0.orderItems.0.catalogAttributes.0.name",
    undefined,
    "productCategories",
  ],
  ["order-price", "line", getOrder, "orderItems.0.price", 15, 75],
  [
    "order-total-count",
    "string",
    () => ion.get(`${A}/customers/${customerId}/orders?pageSize=1`),
    "totalCount",
    1,
    "1",
  ],
  [
    "order-total-count",
    "absent",
    () => ion.get(`${A}/customers/${customerId}/orders?pageSize=1`),
    "totalCount",
    1,
    undefined,
  ],
  ["subscription-case", "upper", getSubscription, "subscriptionStatus", "active", "ACTIVE"],
  ["auto-renew", "string", getSubscription, "autoRenew", true, "true"],
  ["subscription-po", "Po", getSubscription, "resellerPo", undefined, "R-1"],
  ["subscription-po", "Po", getSubscription, "customerPO", "C-1", undefined],
  ["billing-term", "words", getSubscription, "subscriptionBillingTerm", "P1M", "Monthly"],
  [
    "subscription-total",
    "number",
    () => ion.get(`${A}/subscriptions?customerId=${customerId}`),
    "totalCount",
    "1",
    1,
  ],
  [
    "product-type",
    "SUBSCRIPTION_PRODUCTS",
    () => ion.get(`${A}/products?pageSize=1`),
    "products.0.type",
    "SUBSCRIPTION_PRODUCT",
    "SUBSCRIPTION_PRODUCTS",
  ],
  [
    "product-type",
    "SUBSCRIPTION_PRODUCTS",
    () => ion.get(`${A}/products/Visio-demonce`),
    "type",
    "SUBSCRIPTION_PRODUCT",
    "SUBSCRIPTION_PRODUCTS",
  ],
  [
    "cart-display-name",
    "cartdisplayName",
    () => ion.get(cart),
    "cartdisplayName",
    undefined,
    expect.stringMatching(/^Cart - /),
  ],
  ["cart-envelope", "carts", () => ion.get(cart), "carts.0.status", undefined, "OPEN"],
  [
    "cart-name",
    "id",
    () => ion.get(cart),
    "name",
    expect.stringMatching(/^customers\//),
    expect.stringMatching(/^\d+$/),
  ],
  ["cart-items-key", "cartItems", () => ion.get(`${cart}/cartItems`), "cartItems.0.quantity", undefined, 3],
  [
    "upfront-value",
    "present",
    () => ion.get(`${cart}/cartItems`),
    "cartitems.0.upfrontPrice.value",
    undefined,
    0,
  ],
  ["cart-price", "line", () => ion.get(`${cart}/cartItems`), "cartitems.0.recurringPrice.value", 15, 45],
  [
    "template-envelope",
    "bare",
    () => ion.get(`${A}/provisionTemplates/provisiontemplate30`),
    "title",
    undefined,
    "Microsoft create",
  ],
  [
    "template-list-envelope",
    "array",
    () => ion.get(`${A}/provisionTemplates?vendor=IBM`),
    "0.title",
    undefined,
    "IBM Create Order",
  ],
  [
    "template-list-envelope",
    "bare",
    () => ion.get(`${A}/provisionTemplates?vendor=IBM`),
    "title",
    undefined,
    "IBM Create Order",
  ],
  [
    "template-id",
    "provisioningTemplate",
    () => ion.get(`${A}/provisionTemplates/provisiontemplate30`),
    "provisioningReference.id",
    "provisiontemplate30",
    "provisioningTemplate30",
  ],
  [
    "template-defects",
    "repaired",
    () => ion.get(`${A}/provisionTemplates?vendor=IBM&action=CREATE`),
    "provisioningReference.defs.orderItems.properties.quantity.type",
    1,
    "integer",
  ],
  ["zero-values", "present", () => ion.get(`${A}/customers/${customerId}`), "customerPhone", undefined, ""],
  [
    "max-page-size",
    "25",
    () => ion.get(`${A}/customers?pageSize=50`),
    "customers.25.name",
    expect.any(String),
    undefined,
  ],
  [
    "short-pages",
    "yes",
    () => ion.get(`${A}/customers?pageSize=10`),
    "customers.5.name",
    expect.any(String),
    undefined,
  ],
  [
    "short-pages",
    "yes",
    () => ion.get(`${A}/subscriptions?pagination.limit=10`),
    "items.5.id",
    expect.any(String),
    undefined,
  ],
  [
    "custom-fields",
    "array",
    () => create({ customerCustomFields: { key: "a", value: "1" } }),
    "customerCustomFields",
    { key: "a", value: "1" },
    [{ key: "a", value: "1" }],
  ],
  [
    "custom-fields",
    "map",
    () => create({ customerCustomFields: { key: "a", value: "1" } }),
    "customerCustomFields",
    { key: "a", value: "1" },
    { a: "1" },
  ],
  [
    "contact-names",
    "typo",
    () => create({ primaryContactFirstName: "Jane" }),
    "primaryContantFirstName",
    undefined,
    "Jane",
  ],
  ["customer-name", "contact", () => create({}), "name", expect.stringMatching(/^accounts\//), "Jane Doe"],
  [
    "entity-key",
    "reference_entity",
    () => create({ languageCode: "qq" }),
    "details.0.reference_entity",
    undefined,
    "languageCode",
  ],
  [
    "create-customer-400",
    "paging",
    () => create({ customerOrganization: undefined }),
    "message",
    "must have required property 'orgName'",
    expect.stringMatching(/page_size/),
  ],
  [
    "comm-vl-001",
    "trimmed",
    () => order(ion, customerId, { planId: undefined }),
    "details.0.errors.0.code",
    "COMM-VL-001 ",
    "COMM-VL-001",
  ],
  ["validation-code", "400", () => order(ion, customerId, { planId: undefined }), "code", 3, 400],
];

let lastEmail = 0;
function create(more: Record<string, unknown>): Promise<Reply> {
  lastEmail += 1;
  return ion.call("POST", `${A}/customers`, customer(`variant${lastEmail}@customer.example`, more));
}

/** Calls whose status a variant changes: `[variant, value, call, default, changed]`. */
type Refusal = [VariantName, string, () => Promise<Reply>, number, number];
const statuses: Refusal[] = [
  [
    "auth-header",
    "either",
    () => ion.raw(`${A}/products/verticals`, { headers: { authentication: `Bearer ${ion.accessToken}` } }),
    401,
    200,
  ],
  ["bad-token", "403", () => ion.raw(`${A}/products/verticals`), 401, 403],
  [
    "oauth-body",
    "multipart",
    async () =>
      ion.raw("/oauth/token", {
        method: "POST",
        body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: await ion.refreshToken() }),
      }),
    200,
    400,
  ],
  [
    "page-size",
    "required",
    async () =>
      ion.get(
        `${A}/customers?pageToken=${((await ion.get(`${A}/customers?pageSize=1`)).body as { nextPageToken: string }).nextPageToken}`,
      ),
    200,
    400,
  ],
  ["order-required", "guide", () => order(ion, customerId, {}), 200, 400],
  ["update-customer-400", "404", () => ion.call("PUT", `${A}/customers/${customerId}`, {}), 400, 404],
  ["template-vendor", "optional", () => ion.get(`${A}/provisionTemplates`), 400, 200],
  ["template-vendors", "all", () => ion.get(`${A}/provisionTemplates?vendor=MCAFEE`), 400, 200],
  [
    "cart-create-status",
    "optional",
    () => ion.call("POST", `/api/v3/customers/${customerId}/carts`, {}),
    400,
    201,
  ],
  [
    "success-codes",
    "200",
    () => ion.call("POST", `/api/v3/customers/${customerId}/carts`, { status: "OPEN" }),
    201,
    200,
  ],
  [
    "cancel-refusal",
    "409",
    () => ion.call("POST", `${A}/customers/${customerId}/orders/${orderId}:cancel`),
    412,
    409,
  ],
  ["cart-auth", "none", () => ion.raw(`/api/v3/customers/${customerId}/carts?status=OPEN`), 401, 200],
  [
    "plan-name",
    "full",
    () => ion.call("POST", `${cart}/cartItems`, { planName: "Annual-n155", quantity: 1 }),
    200,
    400,
  ],
  ["cart-refusal", "409", refusedCheckout, 412, 409],
  ["cart-expired", "412", expiredCart, 404, 412],
  ["reference-id", "unique", duplicateReference, 200, 409],
];

async function refusedCheckout(): Promise<Reply> {
  const created = await ion.call("POST", `/api/v3/customers/${customerId}/carts`, { status: "QUOTE" });
  return ion.call("POST", `/api/v3/${(created.body as { name: string }).name}:checkout`, {});
}

async function expiredCart(): Promise<Reply> {
  const created = await ion.call("POST", `/api/v3/customers/${customerId}/carts`, { status: "OPEN" });
  await ion.later(31 * 86_400);
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: await ion.refreshToken() });
  const { access_token } = (await ion.raw("/oauth/token", { method: "POST", body: form })).body as {
    access_token: string;
  };
  const reply = await ion.raw(`/api/v3/${(created.body as { name: string }).name}`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  await ion.later(-31 * 86_400);
  return reply;
}

async function duplicateReference(): Promise<Reply> {
  await order(ion, customerId, {}, { referenceId: "twice" });
  return order(ion, customerId, {}, { referenceId: "twice" });
}

describe("spellings", () => {
  test.each(spellings)("%s=%s", async (name, value, call, path, usual, changed) => {
    expect(at(await call(), path)).toEqual(usual);
    expect((await set(name, value)).status).toBe(200);
    expect(at(await call(), path)).toEqual(changed);
  });
});

describe("statuses", () => {
  test.each(statuses)("%s=%s", async (name, value, call, usual, changed) => {
    expect((await call()).status).toBe(usual);
    await set(name, value);
    expect((await call()).status).toBe(changed);
  });
});

describe("behaviour", () => {
  test("order-running=CONFIRMED, order-cancelled=CANCELLED, cancel-answer=COMPLETE", async () => {
    const place = async () => (await order(ion, customerId, {})).body as { orderId: string };
    const { orderId: id } = await place();
    const path = `${A}/customers/${customerId}/orders/${id}`;
    await set("cancel-answer", "COMPLETE");
    expect(at(await ion.call("POST", `${path}:cancel`), "status")).toBe("COMPLETE");
    expect(at(await ion.get(path), "status")).toBe("CANCELED");
    await set("order-cancelled", "CANCELLED");
    expect(at(await ion.get(path), "status")).toBe("CANCELLED");
    const running = await place();
    await ion.control("POST", `/orders/${running.orderId}/status`, { status: "IN_PROGRESS" });
    await set("order-running", "CONFIRMED");
    expect(at(await ion.get(`${A}/customers/${customerId}/orders/${running.orderId}`), "status")).toBe(
      "CONFIRMED",
    );
  });

  test("update-customer-user=present prints the user without a password", async () => {
    const id = await newCustomer(ion);
    await set("update-customer-user", "present");
    const reply = await ion.call("PUT", `${A}/customers/${id}`, customer("user-present@customer.example"));
    expect(at(reply, "user.password")).toBe("");
  });

  test("checkout-amounts=double and checkout-ids=string, order-total=integer", async () => {
    const id = await newCustomer(ion);
    const created = await ion.call("POST", `/api/v3/customers/${id}/carts`, { status: "OPEN" });
    const path = `/api/v3/${(created.body as { name: string }).name}`;
    const planName = PLAN.replace("Monthly-n18", "Annual-Monthly-n19");
    const item = await ion.call("POST", `${path}/cartItems`, { planName, quantity: 3 });
    const cartItemId = Number((item.body as { name: string }).name.split("/").at(-1));
    await ion.control("POST", "/variants", { "checkout-amounts": "double", "checkout-ids": "string" });
    const reply = await ion.call("POST", `${path}:checkout`, {
      provisionData: [{ cartItemId, attributes: newTenant(`variant${id}`) }],
    });
    expect(at(reply, "total")).toBe(Math.fround(Math.fround(13.13) * 3));
    expect(at(reply, "cartId")).toEqual(expect.any(String));
    await set("order-total", "integer");
    expect(at(await ion.get(`/api/v3/${at(reply, "name")}`), "total")).toBe(39);
  });

  test("refresh-kills-access=yes ends the old access token", async () => {
    const exchange = async (refresh_token: string) => {
      const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token });
      return (await ion.raw("/oauth/token", { method: "POST", body })).body as {
        access_token: string;
        refresh_token: string;
      };
    };
    const alive = async (token: string) =>
      (await ion.raw(`${A}/products/verticals`, { headers: { authorization: `Bearer ${token}` } })).status;
    const first = await exchange(await ion.refreshToken());
    const second = await exchange(first.refresh_token);
    expect(await alive(first.access_token)).toBe(200);
    await set("refresh-kills-access", "yes");
    await exchange(second.refresh_token);
    expect(await alive(second.access_token)).toBe(401);
  });

  test("retry-after sends seconds or a date on 429", async () => {
    const over = async () => {
      await ion.control("POST", "/settings", { rateLimit: 1 });
      const replies = await Promise.all(Array.from({ length: 8 }, () => ion.get(`${A}/products/verticals`)));
      await ion.control("POST", "/settings", { rateLimit: 0 });
      return replies.find((reply) => reply.status === 429)?.headers.get("retry-after");
    };
    await set("retry-after", "seconds");
    expect(await over()).toBe("1");
    await set("retry-after", "date");
    expect(await over()).toMatch(/GMT$/);
  });

  test("subscription-order=id sorts a list without sortBy", async () => {
    await set("subscription-order", "id");
    const ids = ((await ion.get(`${A}/subscriptions`)).body as { items: { id: string }[] }).items.map((one) =>
      Number(one.id),
    );
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
  });

  const change = async (pairs: Record<string, string>, item: Record<string, unknown> = {}) => {
    const made = await customerWithSubscription(ion);
    const attributes = Object.entries(pairs).map(([name, value]) => ({ name, value }));
    await order(ion, made.customerId, {
      action: "UPDATE",
      resourceId: made.subscription.subscriptionId,
      attributes,
      ...item,
    });
    await ion.later(6);
    return (await subscriptionsOf(ion, made.customerId))[0];
  };

  test("renewal-quantity=now changes the licences at once", async () => {
    await set("renewal-quantity", "now");
    const pairs = { operations: "updateSubscription", renewalSetting: "auto-on" };
    expect((await change(pairs, { quantity: 2 }))?.subscriptionTotalLicenses).toBe("2");
  });

  test("plan-downgrade=allowed", async () => {
    await set("plan-downgrade", "allowed");
    const down = { skuId: "USCFQ7TTC0LH180001", planId: "Monthly-n1" };
    expect((await change({ operations: "changeSubscription" }, down))?.ccpSkuId).toBe(down.skuId);
  });

  test("deleted-subscription=deleted, subscription-cancelled=canceled", async () => {
    const pairs = { operations: "updateSubscription", statusUpdate: "deleted" };
    await set("subscription-cancelled", "canceled");
    expect((await change(pairs))?.subscriptionStatus).toBe("canceled");
    await set("deleted-subscription", "deleted");
    expect((await change(pairs))?.subscriptionStatus).toBe("deleted");
  });
});

describe("the switches themselves", () => {
  const elsewhere: VariantName[] = [
    "order-running",
    "order-cancelled",
    "cancel-answer",
    "update-customer-user",
    "checkout-amounts",
    "checkout-ids",
    "order-total",
    "refresh-kills-access",
    "retry-after",
    "subscription-order",
    "renewal-quantity",
    "plan-downgrade",
    "deleted-subscription",
    "subscription-cancelled",
  ];

  test("every variant of the table has a test above", () => {
    const tested = new Set<string>([
      ...spellings.map(([name]) => name),
      ...statuses.map(([name]) => name),
      ...elsewhere,
    ]);
    expect(Object.keys(VARIANTS).filter((name) => !tested.has(name))).toEqual([]);
  });

  test("are listed, and a wrong name or value is refused with a sentence", async () => {
    expect((await ion.control("GET", "/variants")).body).toMatchObject({
      changed: {},
      known: { "cart-price": { row: "section 9" } },
    });
    expect((await ion.control("POST", "/variants", { colour: "red" })).body).toEqual({
      error: 'There is no variant "colour". GET /_emulator/variants lists them.',
    });
    expect((await ion.control("POST", "/variants", { "order-case": "title" })).status).toBe(400);
  });

  test("can be given at start", async () => {
    const other = await startTestEmulator({ variants: ["order-case=lower"] });
    expect((await other.control("GET", "/variants")).body).toMatchObject({
      changed: { "order-case": "lower" },
    });
    await other.control("POST", "/reset");
    expect((await other.control("GET", "/variants")).body).toMatchObject({
      changed: { "order-case": "lower" },
    });
    await other.close();
    await expect(startTestEmulator({ variants: ["order-case"] })).rejects.toThrow(/name=value/);
  });
});
