import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IonClient } from "./client";
import type { IonCustomerInput } from "./customers";
import type { IonOrder } from "./schemas/orders";
import { collect, connectEmulator } from "./testing/connect-emulator";
import { findCustomerWithTenant, microsoftOrder, SAMPLE_PLAN } from "./testing/microsoft-order";
import { type RunningEmulator, startEmulator } from "./testing/start-emulator";

let emulator: RunningEmulator;
let client: IonClient;

beforeAll(async () => {
  emulator = await startEmulator({ args: ["--order-trouble", "0"] });
  ({ client } = await connectEmulator(emulator));
});

afterAll(() => emulator.stop());

function customerInput(overrides: Partial<IonCustomerInput> = {}): IonCustomerInput {
  return {
    organization: "Fabrikam Bakery",
    contactName: "Ann Lee",
    email: `ann-${randomUUID()}@fabrikam.example`,
    languageCode: "en",
    address: { street: "1 Main St", suite: "4b", city: "Reston", state: "VA", zip: "20190", country: "US" },
    phone: "5550100",
    ...overrides,
  };
}

describe("customers", () => {
  it("page to the end, each once, whatever the page size", async () => {
    const [all, inThrees] = [
      await collect(client.customers.listAll()),
      await collect(client.customers.listAll({}, { pageSize: 3 })),
    ];
    expect(all.length).toBeGreaterThan(50);
    expect(inThrees.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("are filtered by e-mail, name, language and status", async () => {
    const [first] = await collect(client.customers.listAll());
    const email = first?.email ?? "";
    expect((await client.customers.list({ filters: { email } })).customers).toMatchObject([
      { id: first?.id },
    ]);
    const inactive = await collect(client.customers.listAll({ status: "INACTIVE" }));
    expect(inactive.length).toBeGreaterThan(0);
    expect(inactive.every((customer) => customer.state === "inactive")).toBe(true);
    const byName = await collect(client.customers.listAll({ contactName: first?.contactName ?? "" }));
    expect(byName.map(({ id }) => id)).toContain(first?.id);
  });

  it("are created with a user whose password is handed out once and never again", async () => {
    const input = customerInput({
      customFields: [{ key: "Tier", value: "Gold" }],
      title: "Owner",
      firstName: "Ann",
    });
    const { customer, user } = await client.customers.create(input);
    expect(user?.password).toMatch(/.{8,}/);
    expect(customer).toMatchObject({
      organization: "Fabrikam Bakery",
      email: input.email,
      languageCode: "en",
      state: "active",
      address: { suite: "4b", country: "US" },
      customFields: [{ key: "Tier", value: "Gold" }],
    });
    const again = await client.customers.get(customer.id);
    expect(JSON.stringify([customer, again])).not.toContain(user?.password);
  });

  it("keep what a full write does not mention when their raw is preserved, and lose what is emptied", async () => {
    const { customer } = await client.customers.create(
      customerInput({ title: "Owner", domain: "fabrikam.example", alternateEmail: "b@fabrikam.example" }),
    );
    const input = customerInput({
      email: customer.email ?? "",
      organization: "Fabrikam Bakery 2",
      title: null,
    });
    const updated = await client.customers.update(customer.id, input, { preserve: customer.raw });
    expect(updated).toMatchObject({
      id: customer.id,
      organization: "Fabrikam Bakery 2",
      title: null,
      domain: "fabrikam.example",
      alternateEmail: "b@fabrikam.example",
    });
  });

  it("are refused with the field: a taken e-mail, a bad language, a missing organization", async () => {
    const input = customerInput();
    await client.customers.create(input);
    await expect(client.customers.create(input)).rejects.toMatchObject({
      kind: "precondition",
      mayHaveHappened: false,
      info: { status: 412, entity: "primaryContactEmail", errors: [{ code: "CUS-CR-001" }] },
    });
    await expect(client.customers.create(customerInput({ languageCode: "xx" }))).rejects.toMatchObject({
      kind: "precondition",
      info: { entity: "languageCode" },
    });
    await expect(client.customers.create(customerInput({ organization: "" }))).rejects.toMatchObject({
      kind: "invalid",
      info: { message: "must have required property 'orgName'" },
    });
  });

  it("that do not exist are not found, with the resource's name", async () => {
    await expect(client.customers.get("999999999")).rejects.toMatchObject({
      kind: "not-found",
      info: { message: expect.stringContaining("customers/999999999") },
    });
  });

  it("have cloud profiles", async () => {
    const withTenant = await customerWithTenant();
    const profiles = await client.cloudProfiles.list(withTenant);
    expect(profiles.some((profile) => profile.tenantId !== null)).toBe(true);
    const enabled = await client.cloudProfiles.list(withTenant, { enabledOnly: true });
    expect(enabled.every((profile) => profile.enabled)).toBe(true);
  });
});

describe("the catalog", () => {
  it("pages to the end, and its products have plans with prices", async () => {
    const products = await collect(client.products.listAll({}, { pageSize: 7 }));
    expect(products.length).toBeGreaterThanOrEqual(40);
    const plans = products.flatMap((product) => product.definition?.skus.flatMap((sku) => sku.plans) ?? []);
    expect(plans.length).toBeGreaterThan(products.length);
    expect(plans.some((plan) => plan.priceBook.price !== null)).toBe(true);
    expect(products.some((product) => product.disabled)).toBe(true);
    const skus = products.flatMap((product) => product.definition?.skus ?? []);
    expect(skus.some((sku) => sku.priceBook.available === false)).toBe(true);
  });

  it("has the vendor guide's sample product, whole and in parts", async () => {
    const { productId, skuId, planId } = SAMPLE_PLAN;
    const product = await client.products.get(productId);
    const plan = product.definition?.skus
      .find((sku) => sku.id === skuId)
      ?.plans.find((one) => one.id === planId);
    expect(plan?.billingPeriod).toBe("MONTHLY");
    expect(plan?.priceBook.price?.amount).toMatch(/^\d+\.\d{2,4}$/);
    const bare = await client.products.get(productId, {
      excludeMarketing: true,
      excludeDefinition: true,
      excludeDeployment: true,
    });
    expect(bare).toMatchObject({ id: productId, marketing: null, definition: null, deployment: null });
  });

  it("is filtered by name, provider and part number", async () => {
    const product = await client.products.get(SAMPLE_PLAN.productId);
    const sku = product.definition?.skus[0];
    const name = product.marketing?.displayName ?? "";
    expect((await collect(client.products.listAll({ name }))).map(({ id }) => id)).toContain(product.id);
    const ofProvider = await collect(
      client.products.listAll({ cloudProviderId: sku?.cloudProviderId ?? "" }),
    );
    expect(ofProvider.map(({ id }) => id)).toContain(product.id);
    const mfgPartNumber = sku?.plans[0]?.vendorProductId ?? "";
    expect((await collect(client.products.listAll({ mfgPartNumber }))).map(({ id }) => id)).toContain(
      product.id,
    );
  });

  it("says which product it does not have", async () => {
    await expect(client.products.get("AWS-EC")).rejects.toMatchObject({
      kind: "not-found",
      info: { message: "listing AWS-EC not found" },
    });
  });

  it("has categories, verticals and charges", async () => {
    const [categories, verticals, charges] = await Promise.all([
      client.products.categories(),
      client.products.verticals(),
      client.products.charges(),
    ]);
    expect(categories[0]).toMatchObject({ id: expect.any(String), displayName: expect.any(String) });
    expect(verticals[0]).toMatchObject({ id: expect.any(String), displayName: expect.any(String) });
    expect(charges[0]).toMatchObject({ displayName: expect.any(String), planType: expect.any(String) });
  });

  it("prices vendors' products for a customer", async () => {
    const product = await client.products.get(SAMPLE_PLAN.productId);
    const wanted = product.definition?.skus[0]?.plans[0]?.vendorProductId ?? "";
    const products = [{ provider: "MICROSOFT", vendorProductIds: [wanted] }];
    const prices = await client.products.pricing({
      products,
      priceBookCustomerId: await customerWithTenant(),
    });
    expect(prices.find((price) => price.vendorProductId === wanted)?.price?.amount).toMatch(/^\d+\.\d{2,4}$/);
  });

  it("is switched off and on, and refuses to do either twice", async () => {
    const { productId } = SAMPLE_PLAN;
    await client.products.disable(productId);
    expect((await client.products.get(productId)).disabled).toBe(true);
    await expect(client.products.disable(productId)).rejects.toMatchObject({ kind: "invalid" });
    await client.products.enable(productId);
    expect((await client.products.get(productId)).disabled).toBe(false);
  });

  it("adds a product to a program", async () => {
    const { productId } = SAMPLE_PLAN;
    const program = (await client.products.programs(productId)).find((one) => !one.productWasAdded);
    const [added] = await client.products.batchUpdateProgram(productId, {
      programName: program?.programName ?? "",
    });
    expect(added).toMatchObject({ id: program?.id, productWasAdded: true });
    const programs = await client.products.programs(productId);
    expect(programs.find((one) => one.id === program?.id)?.productWasAdded).toBe(true);
  });
});

describe("carts", () => {
  const planName = `products/${SAMPLE_PLAN.productId}/skus/${SAMPLE_PLAN.skuId}/plans/${SAMPLE_PLAN.planId}`;

  it("are opened, filled, changed and thrown away", async () => {
    const customerId = await customerWithTenant();
    const cart = await client.carts.create(customerId, { displayName: "July" });
    expect(cart).toMatchObject({ customerId, displayName: "July", state: "open" });
    const item = await client.carts.items.create(customerId, cart.id, { planName, quantity: 3 });
    expect(item).toMatchObject({
      quantity: 3,
      recurringPrice: { amount: expect.stringMatching(/^\d+\.\d{2,4}$/) },
    });
    const changed = await client.carts.items.update(customerId, cart.id, item.id, { planName, quantity: 5 });
    expect(changed).toMatchObject({ id: item.id, quantity: 5 });
    expect(await client.carts.items.get(customerId, cart.id, item.id)).toMatchObject({
      id: item.id,
      quantity: 5,
    });
    expect((await client.carts.items.list(customerId, cart.id)).map(({ id }) => id)).toEqual([item.id]);
    expect(await client.carts.get(customerId, cart.id)).toMatchObject({ id: cart.id, totalItems: 1 });
    const saved = await client.carts.update(customerId, cart.id, { status: "SAVED_FOR_LATER" });
    expect(saved.state).toBe("saved");
    await client.carts.items.remove(customerId, cart.id, item.id);
    expect(await client.carts.items.list(customerId, cart.id)).toEqual([]);
    await client.carts.remove(customerId, cart.id);
    await expect(client.carts.get(customerId, cart.id)).rejects.toMatchObject({ kind: "not-found" });
  });

  it("page to the end by the rows received", async () => {
    const { customer } = await client.customers.create(customerInput());
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) ids.push((await client.carts.create(customer.id)).id);
    const listed = await collect(client.carts.listAll(customer.id, { status: "OPEN", limit: 3 }));
    expect(listed.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it("refuse an unknown plan and a quantity Ion does not take", async () => {
    const customerId = await customerWithTenant();
    const cart = await client.carts.create(customerId);
    const add = (input: { planName: string; quantity: number }) =>
      client.carts.items.create(customerId, cart.id, input);
    await expect(add({ planName: "no-such-plan", quantity: 1 })).rejects.toMatchObject({ kind: "invalid" });
    await expect(add({ planName, quantity: 0 })).rejects.toMatchObject({ kind: "invalid" });
    await expect(add({ planName, quantity: 1.5 })).rejects.toThrow(RangeError);
  });

  it("become an order at checkout, once", async () => {
    const customerId = await customerWithTenant();
    const cart = await client.carts.create(customerId);
    const item = await client.carts.items.create(customerId, cart.id, { planName, quantity: 2 });
    const attributes = [{ name: "operations", value: "addSubscription" }];
    const checkout = { items: [{ cartItemId: item.id, attributes }] };
    const order = await client.carts.checkout(customerId, cart.id, checkout);
    expect(order).toMatchObject({
      customerId,
      cartId: cart.id,
      items: [{ cartItemId: item.id, quantity: 2 }],
    });
    expect((await client.carts.get(customerId, cart.id)).state).toBe("checked-out");
    await expect(client.carts.checkout(customerId, cart.id, checkout)).rejects.toMatchObject({
      kind: "precondition",
      mayHaveHappened: false,
    });
    const listed = await collect(client.orders.listAllForCustomer(customerId));
    expect(listed.filter((one) => one.cartId === cart.id).map(({ id }) => id)).toEqual([order.id]);
  });

  it("refuse a checkout whose answers are incomplete, with Ion's codes trimmed", async () => {
    const customerId = await customerWithoutTenant();
    const cart = await client.carts.create(customerId);
    const item = await client.carts.items.create(customerId, cart.id, { planName, quantity: 2 });
    const sent = client.carts.checkout(customerId, cart.id, {
      items: [{ cartItemId: item.id, attributes: [] }],
    });
    await expect(sent).rejects.toMatchObject({
      kind: "validation",
      mayHaveHappened: false,
      info: {
        errors: expect.arrayContaining([
          {
            code: expect.stringMatching(/^COMM-VL-00[1-4]$/),
            detail: expect.any(String),
            attribute: expect.any(String),
          },
        ]),
      },
    });
  });
});

describe("orders", () => {
  it("of the account and of a customer page to the end", async () => {
    const all = await collect(client.orders.listAllForAccount({ pageSize: 9 }));
    expect(all.length).toBeGreaterThan(10);
    const [first] = all;
    const ofCustomer = await collect(
      client.orders.listAllForCustomer(first?.customerId ?? "", { pageSize: 2 }),
    );
    const wanted = all.filter((order) => order.customerId === first?.customerId).map(({ id }) => id);
    expect(ofCustomer.map(({ id }) => id).sort()).toEqual(wanted.sort());
  });

  it("are filtered by status, customer and time", async () => {
    const completed = await collect(client.orders.listAllForAccount({ status: "COMPLETED" }));
    expect(completed.every((order) => order.state === "done")).toBe(true);
    const customerId = completed[0]?.customerId ?? "";
    const ofCustomer = await collect(client.orders.listAllForAccount({ customerIds: [customerId] }));
    expect(new Set(ofCustomer.map((order) => order.customerId))).toEqual(new Set([customerId]));
    const oldest = await client.orders.listForAccount({ sortBy: "createTime", sortOrder: "ASC" });
    const times = oldest.orders.map((order) => order.createdAt ?? "");
    expect(times).toEqual([...times].sort());
  });

  it("become an active subscription, and a new tenant's credentials are handed out on request alone", async () => {
    const customerId = await customerWithoutTenant();
    const placed = await client.orders.create(
      customerId,
      microsoftOrder({ domainName: `t${Date.now()}`, quantity: 3 }),
    );
    expect(placed.state).toBe("pending");
    const done = await settled(placed);
    expect(done).toMatchObject({ state: "done", items: [{ state: "done", hasCredentials: true }] });
    const { items } = await client.orders.readCredentials(customerId, placed.id);
    expect(items).toEqual([
      {
        orderItemId: done.items[0]?.id,
        userName: expect.stringContaining("@"),
        password: expect.any(String),
      },
    ]);
    expect(JSON.stringify(done)).not.toContain(items[0]?.password);

    const filters = { customerId, status: "ACTIVE" };
    const subscriptions = await collect(client.subscriptions.listAll({ filters }));
    const mine = subscriptions.find((one) => one.vendorSubscriptionId === done.items[0]?.resourceId);
    expect(mine).toMatchObject({
      state: "active",
      licenses: 3,
      ...SAMPLE_PLAN,
      cancellableUntil: expect.any(String),
    });
    const detail = await client.subscriptions.get(customerId, mine?.id ?? "", { refresh: true });
    expect(detail).toMatchObject({
      orderId: placed.id,
      activityLogs: expect.arrayContaining([expect.anything()]),
    });
  });

  it("change a subscription's licences", async () => {
    const customerId = await customerWithTenant();
    const done = await settled(await client.orders.create(customerId, microsoftOrder({ quantity: 2 })));
    const resourceId = done.items[0]?.resourceId ?? "";
    const update = microsoftOrder();
    const changed = await client.orders.create(customerId, {
      ...update,
      items: [
        {
          ...SAMPLE_PLAN,
          action: "UPDATE",
          resourceId,
          quantity: 7,
          attributes: [{ name: "operations", value: "updateSubscription" }],
        },
      ],
    });
    expect((await settled(changed)).state).toBe("done");
    const { subscriptions } = await client.subscriptions.list({
      filters: { customerId, vendorSubscriptionId: resourceId },
    });
    expect(subscriptions).toMatchObject([{ licenses: 7 }]);
  });

  it("are cancelled while they wait, and the answer is the order as it is afterwards", async () => {
    const customerId = await customerWithTenant();
    const order = await client.orders.create(customerId, microsoftOrder());
    expect(await client.orders.cancel(customerId, order.id)).toMatchObject({
      order: { id: order.id, state: "cancelled" },
      refusal: null,
    });
  });

  it("are not cancelled when they are done, and say so", async () => {
    const customerId = await customerWithTenant();
    const done = await settled(await client.orders.create(customerId, microsoftOrder()));
    expect(await client.orders.cancel(customerId, done.id)).toMatchObject({
      order: { id: done.id, state: "done" },
      refusal: { kind: "precondition", info: { status: 412 } },
    });
  });

  it("cancelled while the answer gets lost are read again all the same", async () => {
    const customerId = await customerWithTenant();
    const order = await client.orders.create(customerId, microsoftOrder());
    await emulator.control("POST", "/faults", { path: "*:cancel", kind: "drop-after", count: 1 });
    expect(await client.orders.cancel(customerId, order.id)).toMatchObject({
      order: { state: "cancelled" },
      refusal: { kind: "outcome-unknown" },
    });
  });

  it("that do not exist can be neither read nor cancelled", async () => {
    const customerId = await customerWithTenant();
    await expect(client.orders.get(customerId, "999999")).rejects.toMatchObject({ kind: "not-found" });
    await expect(client.orders.cancel(customerId, "999999")).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("subscriptions", () => {
  it("page to the end, each once, sorted so that pages fit together", async () => {
    const { totalCount } = await client.subscriptions.list({ limit: 1 });
    const all = await collect(client.subscriptions.listAll({ limit: 7 }));
    expect(all).toHaveLength(totalCount ?? -1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("are filtered by status whatever its case", async () => {
    const suspended = await collect(client.subscriptions.listAll({ filters: { status: "SUSPENDED" } }));
    expect(suspended.length).toBeGreaterThan(0);
    expect(suspended.every((one) => one.state === "suspended")).toBe(true);
  });
});

describe("provisioning templates", () => {
  it.each(["provisiontemplate30", "provisioningTemplate30", "30"])("come raw by id %s", async (id) => {
    const template = await client.provisionTemplates.byId(id);
    expect(JSON.stringify(template)).toContain("agreementEmail");
  });

  it("keep their defects, numbers as numbers among them", async () => {
    const list = await client.provisionTemplates.byVendor({ vendor: "MICROSOFT" });
    expect(JSON.stringify(list)).toContain('"type":1');
  });

  it("come by vendor and action", async () => {
    const [all, creating] = [
      await client.provisionTemplates.byVendor({ vendor: "GOOGLE" }),
      await client.provisionTemplates.byVendor({ vendor: "GOOGLE", action: "CREATE" }),
    ];
    expect(JSON.stringify(all).length).toBeGreaterThan(JSON.stringify(creating).length);
  });
});

/** Lets the emulator's clock run until an order is no longer moving. */
async function settled(order: IonOrder): Promise<IonOrder> {
  await emulator.control("POST", "/clock", { advanceSeconds: 600 });
  return client.orders.get(order.customerId, order.id);
}

let withTenant: Promise<string> | undefined;

function customerWithTenant(): Promise<string> {
  withTenant ??= findCustomerWithTenant(client);
  return withTenant;
}

/** A new customer each time: an order gives them a tenant. */
async function customerWithoutTenant(): Promise<string> {
  return (await client.customers.create(customerInput())).customer.id;
}
