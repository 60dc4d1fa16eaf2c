import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { IonClient } from "./client";
import { isIonError } from "./errors";
import type { IonOrder } from "./schemas/orders";
import { collect, connectEmulator } from "./testing/connect-emulator";
import { findCustomerWithTenant, microsoftOrder, SAMPLE_PLAN } from "./testing/microsoft-order";
import { type RunningEmulator, startEmulator } from "./testing/start-emulator";

// Where Ion's documents disagree (CONTRACT.md section 6), the emulator can emit either spelling. What the client hands on
// has to be the same for both.

let emulator: RunningEmulator;
let client: IonClient;
let customerId: string;

beforeAll(async () => {
  emulator = await startEmulator({ args: ["--order-trouble", "0"] });
  ({ client } = await connectEmulator(emulator));
  customerId = await findCustomerWithTenant(client);
});

afterEach(() => emulator.control("DELETE", "/variants"));

afterAll(() => emulator.stop());

async function under<T>(variants: Record<string, string>, read: () => Promise<T>): Promise<T> {
  await emulator.control("POST", "/variants", variants);
  try {
    return await read();
  } finally {
    await emulator.control("DELETE", "/variants");
  }
}

/** Without what is allowed to differ: Ion's own object and its word for the state. */
function normalised(value: unknown, ...ignored: string[]): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => (["raw", "status", ...ignored].includes(key) ? undefined : inner)),
  );
}

describe("orders", () => {
  it.each<[Record<string, string>, string[]]>([
    [{ "order-completed": "COMPLETE" }, []],
    [{ "order-cancelled": "CANCELLED" }, []],
    [{ "order-case": "lower" }, []],
    [{ "order-quantity": "string" }, []],
    [{ "order-ids": "number" }, []],
    [{ "order-name": "customer" }, []],
    [{ "order-name": "customer", "order-ids-fields": "all" }, []],
    [{ "order-name": "item", "order-ids-fields": "none" }, []],
    [{ "order-total-count": "string" }, []],
    [{ "order-total-count": "absent" }, []],
    // A zero that is sent is a zero, one that is left out is unknown.
    [{ "zero-values": "present" }, ["total", "unitPrice", "cost", "subTotal", "pricesAgree"]],
    [{ "order-total": "integer" }, ["total"]],
    [{ "order-price": "line" }, ["cost", "pricesAgree"]],
  ])("read the same under %j", async (variants, ignored) => {
    const read = async () => normalised(await collect(client.orders.listAllForAccount()), ...ignored);
    const usual = await read();
    expect(usual).not.toHaveLength(0);
    expect(await under(variants, read)).toEqual(usual);
  });

  it("are found by their reference when the answer to a create names them nowhere (D28)", async () => {
    const order = microsoftOrder();
    const named = { "order-name": "customer", "order-ids-fields": "order-id" };
    const placed = await under(named, () => client.orders.create(customerId, order));
    expect(await client.orders.get(customerId, placed.id)).toMatchObject({ referenceId: order.referenceId });
  });

  it("are validated alike whether Ion answers 3 or 400, with or without a blank (D19, D20)", async () => {
    const order = microsoftOrder();
    const [item] = order.items;
    const wrong = { ...order, items: item ? [{ ...item, planId: "" }] : [] };
    const refused = () =>
      client.orders.create(customerId, wrong).catch((error: unknown) => {
        if (!isIonError(error)) throw error;
        return { kind: error.kind, errors: error.info.errors };
      });
    const usual = await refused();
    expect(usual).toMatchObject({
      kind: "validation",
      errors: [{ code: "COMM-VL-001", attribute: "planId" }],
    });
    expect(await under({ "validation-code": "400", "comm-vl-001": "trimmed" }, refused)).toEqual(usual);
  });

  it.each(["412", "400", "409"])(
    "past cancelling are read again whatever the refusal (%s)",
    async (status) => {
      const done = await settled(await client.orders.create(customerId, microsoftOrder()));
      const { order, refusal } = await under({ "cancel-refusal": status }, () =>
        client.orders.cancel(customerId, done.id),
      );
      expect([order.state, refusal?.info.status]).toEqual(["done", Number(status)]);
    },
  );

  it("are cancelled although Ion's answer says COMPLETE (D57)", async () => {
    const order = await client.orders.create(customerId, microsoftOrder());
    const cancelled = await under({ "cancel-answer": "COMPLETE" }, () =>
      client.orders.cancel(customerId, order.id),
    );
    expect(cancelled).toMatchObject({ order: { state: "cancelled" }, refusal: null });
  });

  it.each<Record<string, string>>([{}, { "checkout-ids": "string" }, { "checkout-amounts": "double" }])(
    "born from a cart read the same under %j (D18, D30)",
    async (variants) => {
      const planName = `products/${SAMPLE_PLAN.productId}/skus/${SAMPLE_PLAN.skuId}/plans/${SAMPLE_PLAN.planId}`;
      const cart = await client.carts.create(customerId);
      const item = await client.carts.items.create(customerId, cart.id, { planName, quantity: 2 });
      const attributes = [{ name: "operations", value: "addSubscription" }];
      const checkout = { items: [{ cartItemId: item.id, attributes }] };
      const order = await under(variants, () => client.carts.checkout(customerId, cart.id, checkout));
      expect(order).toMatchObject({
        id: expect.stringMatching(/^\d+$/),
        cartId: cart.id,
        user: { id: expect.stringMatching(/^\d+$/) },
        total: { amount: expect.stringMatching(/^\d+\.\d\d$/) },
        items: [{ cartItemId: item.id }],
      });
    },
  );

  async function settled(order: IonOrder): Promise<IonOrder> {
    await emulator.control("POST", "/clock", { advanceSeconds: 600 });
    return client.orders.get(customerId, order.id);
  }
});

describe("subscriptions", () => {
  it.each<[Record<string, string>, string[]]>([
    [{ "subscription-cancelled": "canceled" }, []],
    [{ "subscription-case": "upper" }, []],
    [{ "subscription-total": "number" }, []],
    [{ "auto-renew": "string" }, []],
    [{ "subscription-po": "Po" }, []],
    [{ "billing-term": "words" }, ["billingTerm", "billingTermDuration"]],
    [{ "subscription-order": "id" }, []],
    [{ "zero-values": "present" }, ["total", "price", "cost", "margin", "msrp", "customerCost"]],
  ])("read the same under %j", async (variants, ignored) => {
    const read = async () => {
      const { totalCount } = await client.subscriptions.list({ limit: 1 });
      const all = await collect(client.subscriptions.listAll({ limit: 30 }));
      return { totalCount, all: normalised(all, ...ignored) };
    };
    const usual = await read();
    expect(usual.totalCount).toBeGreaterThan(0);
    expect(await under(variants, read)).toEqual(usual);
  });
});

describe("customers", () => {
  const fields = [{ key: "Tier", value: "Gold" }];
  const input = () => ({
    organization: "Fabrikam",
    contactName: "Ann Lee",
    firstName: "Ann",
    lastName: "Lee",
    email: `ann-${crypto.randomUUID()}@fabrikam.example`,
    languageCode: "en",
    address: { street: "1 Main St", city: "Reston", state: "VA", zip: "20190", country: "US" },
    customFields: fields,
  });

  it.each<Record<string, string>>([
    { "custom-fields": "array" },
    { "custom-fields": "map" },
    { "contact-names": "typo" },
    { "zero-values": "present" },
  ])("read the same under %j", async (variants) => {
    const { customer } = await client.customers.create(input());
    const read = async () => normalised(await client.customers.get(customer.id));
    const usual = await read();
    expect(usual).toMatchObject({ customFields: fields, firstName: "Ann", lastName: "Lee" });
    expect(await under(variants, read)).toEqual(usual);
  });

  it("are found by e-mail when create answers the contact's name for a name (D26), password and all", async () => {
    const { customer, user } = await under({ "customer-name": "contact" }, () =>
      client.customers.create(input()),
    );
    expect(user?.password).toBeTruthy();
    expect(await client.customers.get(customer.id)).toMatchObject({ email: customer.email });
    const renamed = { ...input(), email: customer.email ?? "" };
    const named = { "customer-name": "contact", "update-customer-user": "present" };
    expect(await under(named, () => client.customers.update(customer.id, renamed))).toMatchObject({
      id: customer.id,
    });
  });

  it("name the field of a 412 under either key (D21)", async () => {
    const taken = input();
    await client.customers.create(taken);
    for (const key of ["referenceEntity", "reference_entity"]) {
      const refused = under({ "entity-key": key }, () => client.customers.create(taken));
      await expect(refused).rejects.toMatchObject({
        kind: "precondition",
        info: { entity: "primaryContactEmail" },
      });
    }
  });

  it("hold to the HTTP status when a 400 comes under 404 (D23), and pass Ion's sentence on (D22)", async () => {
    const { customer } = await client.customers.create(input());
    const nameless = { ...input(), organization: "" };
    await expect(
      under({ "update-customer-400": "404" }, () => client.customers.update(customer.id, nameless)),
    ).rejects.toMatchObject({ kind: "not-found" });
    await expect(
      under({ "create-customer-400": "paging" }, () => client.customers.create(nameless)),
    ).rejects.toMatchObject({ kind: "invalid", info: { message: expect.stringContaining("page_size") } });
  });
});

describe("carts", () => {
  it.each<Record<string, string>>([
    { "cart-envelope": "carts" },
    { "cart-name": "id" },
    { "cart-display-name": "cartdisplayName" },
    { "cart-items-key": "cartItems" },
    { "cart-create-status": "optional" },
    { "success-codes": "200" },
    { "zero-values": "present" },
  ])("read the same under %j", async (variants) => {
    const planName = `products/${SAMPLE_PLAN.productId}/skus/${SAMPLE_PLAN.skuId}/plans/${SAMPLE_PLAN.planId}`;
    const story = async () => {
      const cart = await client.carts.create(customerId, { displayName: "Same" });
      const item = await client.carts.items.create(customerId, cart.id, { planName, quantity: 2 });
      const read = await client.carts.get(customerId, cart.id);
      const items = await client.carts.items.list(customerId, cart.id);
      expect([read.id, items[0]?.id]).toEqual([cart.id, item.id]);
      await client.carts.items.remove(customerId, cart.id, item.id);
      await client.carts.remove(customerId, cart.id);
      return normalised({ cart: read, items }, "id");
    };
    expect(await under(variants, story)).toEqual(await story());
  });

  it("know an upfront price only when Ion gives one (D54)", async () => {
    const planName = `products/${SAMPLE_PLAN.productId}/skus/${SAMPLE_PLAN.skuId}/plans/${SAMPLE_PLAN.planId}`;
    const cart = await client.carts.create(customerId);
    await client.carts.items.create(customerId, cart.id, { planName, quantity: 2 });
    const upfront = async () => (await client.carts.items.list(customerId, cart.id))[0]?.upfrontPrice;
    expect(await upfront()).toBeNull();
    expect(await under({ "upfront-value": "present" }, upfront)).toMatchObject({
      amount: expect.any(String),
    });
  });
});

describe("lists", () => {
  // What the tests before have ordered is done, so that no subscription begins between two readings.
  beforeAll(() => emulator.control("POST", "/clock", { advanceSeconds: 60 }));

  it.each<Record<string, string>>([
    { "short-pages": "yes" },
    { "max-page-size": "25" },
    { "page-size": "required" },
  ])("are read to the end under %j", async (variants) => {
    const read = async () => ({
      customers: (await collect(client.customers.listAll({}, { pageSize: 40 }))).map(({ id }) => id),
      products: (await collect(client.products.listAll({}, { pageSize: 40 }))).map(({ id }) => id),
      orders: (await collect(client.orders.listAllForAccount({ pageSize: 40 }))).map(({ id }) => id),
      subscriptions: (await collect(client.subscriptions.listAll({ limit: 40 }))).map(({ id }) => id),
    });
    expect(await under(variants, read)).toEqual(await read());
  });
});

describe("the catalog", () => {
  it("spells the product type one way (D40)", async () => {
    const read = async () => (await client.products.get(SAMPLE_PLAN.productId)).type;
    expect([await read(), await under({ "product-type": "SUBSCRIPTION_PRODUCTS" }, read)]).toEqual([
      "SUBSCRIPTION_PRODUCT",
      "SUBSCRIPTION_PRODUCT",
    ]);
  });
});

describe("templates", () => {
  it.each<Record<string, string>>([
    { "template-envelope": "bare" },
    { "template-list-envelope": "array" },
    { "template-list-envelope": "bare" },
    { "template-id": "provisioningTemplate" },
    { "template-defects": "repaired" },
    { "template-vendors": "all" },
  ])("come in any envelope: %j", async (variants) => {
    const [one, some] = await under(variants, () =>
      Promise.all([
        client.provisionTemplates.byId("provisiontemplate30"),
        client.provisionTemplates.byVendor({ vendor: "MICROSOFT" }),
      ]),
    );
    expect(JSON.stringify(one)).toContain("agreementEmail");
    expect(JSON.stringify(some)).toContain("agreementEmail");
  });
});

describe("a rate limit", () => {
  it.each(["absent", "seconds", "date"])("is waited out with Retry-After %s", async (form) => {
    const { client: patient } = await connectEmulator(emulator, {
      limits: { retryBaseMs: 400, retryMaxMs: 1_500, maxAttempts: 6 },
    });
    await patient.customers.list({ pageSize: 1 });
    await emulator.control("POST", "/settings", { rateLimit: 5 });
    try {
      const pages = await under({ "retry-after": form }, () =>
        Promise.all(Array.from({ length: 12 }, () => patient.customers.list({ pageSize: 1 }))),
      );
      expect(pages).toHaveLength(12);
    } finally {
      await emulator.control("POST", "/settings", { rateLimit: 0 });
    }
  });
});
