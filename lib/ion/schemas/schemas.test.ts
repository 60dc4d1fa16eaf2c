import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { parseLossless } from "../json";
import { cartItemsSchema, cartSchema, unwrapCart } from "./carts";
import { chargesSchema, pricingSchema } from "./catalog";
import { createdCustomerSchema, customerSchema } from "./customers";
import { parseDuration } from "./duration";
import { orderState } from "./order-state";
import { createdOrderSchema, orderSchema, ordersPageSchema } from "./orders";
import { productSchema } from "./products";
import { subscriptionState } from "./subscription-state";
import { subscriptionSchema, subscriptionsPageSchema } from "./subscriptions";

/** Through JSON text, as an answer comes. */
function read<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  return schema.parse(parseLossless(typeof value === "string" ? value : JSON.stringify(value)));
}

describe("customers", () => {
  const customer = {
    name: "accounts/10001/customers/10054",
    customerOrganization: "Contoso",
    customerAddress: { street: "1 Main St", city: "Reston", state: "VA", zip: "20190", country: "us" },
    customerName: "Ann Lee",
    customerEmail: "ann@contoso.com",
    languageCode: "EN",
    customerStatus: "ACTIVE",
    createTime: "2025-01-02T03:04:05Z",
    futureField: [1],
  };

  it("are read with their id from the resource name, and with what is unknown kept", () => {
    expect(read(customerSchema(), customer)).toMatchObject({
      id: "10054",
      accountId: "10001",
      organization: "Contoso",
      contactName: "Ann Lee",
      languageCode: "en",
      state: "active",
      address: { street: "1 Main St", suite: null, country: "US" },
      phone: null,
      updatedAt: null,
      raw: { futureField: [1] },
    });
  });

  it("take the id of the path, or none, when the name is a person's (D26)", () => {
    const named = { ...customer, name: "John Doe" };
    expect(read(customerSchema("77"), named).id).toBe("77");
    expect(read(createdCustomerSchema, named).id).toBeNull();
    expect(customerSchema().safeParse(named).success).toBe(false);
  });

  it.each([
    [{ customerCustomFields: { key: "Tier", value: "Gold" } }],
    [{ customerCustomFields: [{ key: "Tier", value: "Gold" }] }],
    [{ customerCustomFields: { Tier: "Gold" } }],
  ])("read custom fields as an object, a list or a map (D24): %j", (fields) => {
    expect(read(customerSchema(), { ...customer, ...fields }).customFields).toEqual([
      { key: "Tier", value: "Gold" },
    ]);
  });

  it("read the misspelt contact names too (D25)", () => {
    const spelt = { ...customer, primaryContantFirstName: "Ann", primaryContactLastName: "Lee" };
    expect(read(customerSchema(), spelt)).toMatchObject({ firstName: "Ann", lastName: "Lee" });
  });

  it("have an unknown state for a status nobody knows", () => {
    expect(read(customerSchema(), { ...customer, customerStatus: "PAUSED" })).toMatchObject({
      state: "unknown",
      status: "PAUSED",
    });
  });
});

describe("orders", () => {
  const order = {
    name: "accounts/10001/customers/10054/orders/1899",
    referenceId: "intent-1",
    status: "IN_PROGRESS",
    currencyCode: "USD",
    orderItems: [
      { name: "accounts/10001/customers/10054/orders/1899/orderItems/7", action: "CREATE", status: "NEW" },
    ],
  };

  it("keep the digits of their amounts until they are rounded", () => {
    const text = `{"name":"accounts/1/customers/2/orders/3","currencyCode":"USD","total":621.9270629882812,
      "orderItems":[{"quantity":4,"price":155.48175,"cost":140.1234567,"subTotal":621.927}]}`;
    const { total, items } = read(orderSchema(), text);
    expect(total).toEqual({ amount: "621.93", currency: "USD" });
    expect(items[0]).toMatchObject({
      unitPrice: { amount: "155.4818", currency: "USD" },
      cost: { amount: "140.1235", currency: "USD" },
      subTotal: { amount: "621.93", currency: "USD" },
      pricesAgree: true,
    });
  });

  it("take the unit price from the subtotal when price is a line total (D29)", () => {
    const [item] = read(orderSchema(), {
      ...order,
      orderItems: [{ quantity: 3, price: 132.87, subTotal: 132.87 }],
    }).items;
    expect(item).toMatchObject({ unitPrice: { amount: "44.29" }, pricesAgree: true });
  });

  it("flag prices that fit neither reading (D29)", () => {
    const [item] = read(orderSchema(), {
      ...order,
      orderItems: [{ quantity: 3, price: 10, subTotal: 99 }],
    }).items;
    expect(item?.pricesAgree).toBe(false);
  });

  it("have no amount where Ion gives none, instead of zero", () => {
    const read1 = read(orderSchema(), order);
    expect(read1.total).toBeNull();
    expect(read1.items[0]).toMatchObject({ unitPrice: null, subTotal: null, cost: null, pricesAgree: null });
  });

  it.each([
    ["COMPLETE", "done"],
    ["COMPLETED", "done"],
    ["CANCELED", "cancelled"],
    ["CANCELLED", "cancelled"],
    ["NEW", "pending"],
    ["CONFIRMED", "pending"],
    ["on_hold", "pending"],
    ["IN_PROGRESS", "running"],
    ["ERROR", "failed"],
    ["ACTIVE", "unknown"],
    ["SOMETHING_NEW", "unknown"],
    [null, "unknown"],
  ])("in status %s are %s (D10 to D13)", (status, state) => {
    expect(orderState(status)).toBe(state);
  });

  it("find their id in the name, the field, the path or an item's name (D28)", () => {
    const { name: _name, orderItems: _items, ...nameless } = order;
    const ids = [
      read(orderSchema(), order),
      read(orderSchema(), { ...order, name: order.orderItems[0]?.name }),
      read(orderSchema(), { ...nameless, name: "Test Customer", orderId: "1899", customerId: 10054 }),
      read(orderSchema(), { ...order, name: "Test Customer" }),
      read(orderSchema({ customerId: "10054", orderId: "1899" }), nameless),
    ].map(({ id, customerId }) => `${customerId}/${id}`);
    expect(new Set(ids)).toEqual(new Set(["10054/1899"]));
    expect(
      read(createdOrderSchema({ customerId: "10054" }), { ...nameless, name: "Test Customer" }).id,
    ).toBeNull();
  });

  it("read a checkout's integers as strings and amounts (D18, D30)", () => {
    const checkout = read(orderSchema({ customerId: "2" }), {
      name: "accounts/1/customers/2/orders/3",
      referenceId: "customers/2/carts/44",
      userId: 12,
      total: 310,
      cartId: 44,
      currencyCode: "EUR",
      orderItems: [{ cartItemId: 9, price: 155, subTotal: 310, quantity: 2 }],
    });
    expect(checkout).toMatchObject({
      cartId: "44",
      user: { id: "12" },
      total: { amount: "310.00", currency: "EUR" },
      items: [{ cartItemId: "9", currency: "EUR" }],
    });
  });

  it("find their cart in the reference id when the field is missing", () => {
    expect(read(orderSchema(), { ...order, referenceId: "customers/2/carts/44" }).cartId).toBe("44");
  });

  it("say that there are credentials without holding them", () => {
    const attributes = [{ name: "userName", value: "admin" }, { name: "password" }];
    const [item] = read(orderSchema(), { ...order, orderItems: [{ quantity: 1, attributes }] }).items;
    expect(item).toMatchObject({
      hasCredentials: true,
      attributes: [
        { name: "userName", value: "admin" },
        { name: "password", value: null },
      ],
    });
  });

  it("accept a quantity as a digit string and add-ons as a list or an object (D16, D53)", () => {
    const addOn = { id: "a", planId: "p", quantity: "2" };
    for (const addOns of [addOn, [addOn]]) {
      const [item] = read(orderSchema(), { ...order, orderItems: [{ quantity: "2", addOns }] }).items;
      expect(item).toMatchObject({ quantity: 2, addOns: [{ addOnId: "a", quantity: 2 }] });
    }
  });

  it("come with a count as a number, a string, or none (D17)", () => {
    const counts = [{ totalCount: 3 }, { totalCount: "3" }, {}].map(
      (count) => read(ordersPageSchema(), { orders: [order], ...count }).totalCount,
    );
    expect(counts).toEqual([3, 3, null]);
  });

  it("show a provider only when Ion names one", () => {
    const items = [{ providerName: "UNSPECIFIED" }, { providerName: "azure" }, {}];
    expect(
      read(orderSchema(), { ...order, orderItems: items }).items.map((item) => item.providerName),
    ).toEqual([null, "AZURE", null]);
  });
});

describe("carts", () => {
  const cart = {
    name: "customers/10054/carts/44",
    cartDisplayName: "July",
    status: "OPEN",
    currencyCode: "usd",
  };

  it.each([[cart], [{ carts: [cart] }], [{ carts: cart }], [{ cart }]])(
    "are read bare and wrapped (D42): %j",
    (body) => {
      expect(read(cartSchema("10054"), unwrapCart(body))).toMatchObject({
        id: "44",
        displayName: "July",
        state: "open",
        currency: "USD",
      });
    },
  );

  it("are read with a bare id for a name, and with the guide's spelling (D41)", () => {
    const { cartDisplayName, ...rest } = cart;
    const body = { ...rest, name: "44", cartdisplayName: cartDisplayName };
    expect(read(cartSchema("10054"), body)).toMatchObject({
      id: "44",
      customerId: "10054",
      displayName: "July",
    });
  });

  it.each(["cartitems", "cartItems"])("list their items under %s (D42)", (key) => {
    const item = { name: "customers/1/carts/2/cartItems/3", planName: "Monthly-n23", quantity: 5 };
    expect(read(cartItemsSchema, { [key]: [item] }).cartItems).toMatchObject([{ id: "3", quantity: 5 }]);
  });

  it("are empty when Ion leaves the list out, and wrong when it sends something else", () => {
    expect(read(cartItemsSchema, {}).cartItems).toEqual([]);
    expect(cartItemsSchema.safeParse({ hello: 1 }).success).toBe(false);
  });

  it("have items whose missing upfront price is unknown, not zero (D54)", () => {
    const item = {
      name: "customers/1/carts/2/cartItems/3",
      upfrontPrice: { currency: "USD" },
      recurringPrice: { currency: "USD", value: 12.5 },
      addOns: { planId: "p", displayName: "Extra", recurringPrice: { currency: "USD", value: 1 } },
      period: "MONTH",
      checkedOut: "UNSPECIFIED",
      productType: "UNSPECIFIED_PRODUCT_TYPE",
    };
    expect(read(cartItemsSchema, { cartitems: [item] }).cartItems[0]).toMatchObject({
      upfrontPrice: null,
      recurringPrice: { amount: "12.50", currency: "USD" },
      currency: "USD",
      addOn: { planId: "p", recurringPrice: { amount: "1.00" } },
      checkedOut: null,
      productType: null,
    });
  });
});

describe("subscriptions", () => {
  const subscription = {
    id: "555",
    subscriptionId: "9d0f6c2a-0000-4000-8000-000000000001",
    customerId: "10054",
    subscriptionStatus: "active",
    subscriptionTotalLicenses: "25",
    currency: "USD",
    price: 12.5,
    cancellationAllowedUntilDate: "2023-14-17T00:00:00Z",
    subscriptionBillingTerm: "P1M",
    ccpProductId: "prod",
    subscriptionProductId: "vendor-prod",
  };

  it("keep Ion's id, the vendor's id and the two catalogs apart", () => {
    expect(read(subscriptionSchema, subscription)).toMatchObject({
      id: "555",
      vendorSubscriptionId: "9d0f6c2a-0000-4000-8000-000000000001",
      productId: "prod",
      vendorProductId: "vendor-prod",
    });
  });

  it("compare statuses whatever their case (D13), and compute no cancellation date", () => {
    expect(read(subscriptionSchema, subscription)).toMatchObject({
      state: "active",
      status: "ACTIVE",
      licenses: 25,
      cancellableUntil: null,
      billingTermDuration: { years: 0, months: 1 },
    });
  });

  it.each([
    [{ autoRenew: true }, true],
    [{ autoRenew: "false" }, false],
    [{ subscriptionRenewStatus: "ENABLED" }, true],
    [{ subscriptionRenewStatus: "disabled" }, false],
    [{}, null],
  ])("read auto-renew from %j (D37)", (fields, expected) => {
    expect(read(subscriptionSchema, { ...subscription, ...fields }).autoRenew).toBe(expected);
  });

  it.each([
    [{ customerPO: "A", resellerPO: "B" }],
    [{ customerPo: "A", resellerPo: "B" }],
    [{ endCustomerPO: "A", resellerPO: "B" }],
  ])("read purchase orders from %j (D38)", (fields) => {
    expect(read(subscriptionSchema, { ...subscription, ...fields })).toMatchObject({
      customerPO: "A",
      resellerPO: "B",
    });
  });

  it("come with a total as a string, a number or beside the page (D17)", () => {
    const pages = [
      { totalCount: "12", items: [] },
      { totalCount: 12, items: [] },
      { items: [], paginationResponse: { totalSize: 12 } },
    ].map((page) => read(subscriptionsPageSchema, page));
    expect(pages.map((page) => page.totalCount ?? page.paginationResponse?.totalSize)).toEqual([12, 12, 12]);
  });

  it("link back to their order, and bring their history in details", () => {
    const detail = {
      ...subscription,
      attributes: [
        { name: "OrderId", value: "1899" },
        { name: "orderitemid", value: "7" },
      ],
      activityLogs: {
        totalCount: "1",
        items: [{ id: "1", actionType: "CREATE", quantity: "25", ccpUserName: "Sam" }],
      },
      entitlements: [{ anything: 1 }],
    };
    expect(read(subscriptionSchema, detail)).toMatchObject({
      orderId: "1899",
      orderItemId: "7",
      activityLogs: [{ actionType: "CREATE", quantity: 25, user: { name: "Sam" } }],
      details: { entitlements: [{ anything: 1 }] },
    });
    expect(read(subscriptionSchema, subscription).activityLogs).toBeNull();
  });

  it("are unknown in a status nobody knows", () => {
    expect([subscriptionState("HIBERNATED"), subscriptionState(null)]).toEqual(["unknown", "unknown"]);
  });
});

describe("the catalog", () => {
  const plan = {
    id: "Monthly-n23",
    billingPeriod: "MONTHLY",
    phases: [
      { type: "TRIAL_PHASE", duration: { unit: "MONTH", count: 1 } },
      {
        type: "UNLIMITED_PHASE",
        duration: { unlimited: true },
        recurringPrice: { USD: 12.5, EUR: 11.123456 },
      },
    ],
    pricebookPrice: 150.92710876464844,
    pricebookCurrency: "USD",
  };
  const product = {
    name: "accounts/1/products/OFFICE365NCE--smpnce",
    type: "SUBSCRIPTION_PRODUCTS",
    categories: ["accounts/1/categories/9"],
    marketing: { displayName: "Office" },
    definition: {
      skus: [
        {
          id: "Office-365-E1-n1",
          plans: [plan],
          productAvailability: false,
          productCloudProviderName: "accounts/1/cloudProviders/30",
        },
      ],
    },
    previewAuthToken: "gone by now",
  };

  it("reads products with plans, phases and prices", () => {
    const { definition, ...rest } = read(productSchema, product);
    expect(rest).toMatchObject({
      id: "OFFICE365NCE--smpnce",
      type: "SUBSCRIPTION_PRODUCT",
      categoryIds: ["9"],
    });
    const [sku] = definition?.skus ?? [];
    expect(sku).toMatchObject({
      cloudProviderId: "30",
      disabled: false,
      priceBook: { available: false, price: null },
    });
    expect(sku?.plans[0]).toMatchObject({
      billingPeriod: "MONTHLY",
      priceBook: { price: { amount: "150.9271", currency: "USD" }, available: null },
      phases: [
        { type: "TRIAL_PHASE", recurringPrices: [] },
        {
          recurringPrices: [
            { amount: "12.50", currency: "USD" },
            { amount: "11.1235", currency: "EUR" },
          ],
          duration: { unlimited: true, count: null },
        },
      ],
    });
  });

  it("spells the product type one way (D40)", () => {
    const types = ["SUBSCRIPTION_PRODUCTS", "SUBSCRIPTION_PRODUCT", "CLOUD_REBILLING_PRODUCT"];
    expect(types.map((type) => read(productSchema, { ...product, type }).type)).toEqual([
      "SUBSCRIPTION_PRODUCT",
      "SUBSCRIPTION_PRODUCT",
      "CLOUD_REBILLING_PRODUCT",
    ]);
  });

  it("reads usage tiers, with -1 as without end", () => {
    const consumable = {
      unit: "GB",
      chargeMode: "ALL_TIERS",
      tiers: [
        { max: "100", price: { USD: 1 } },
        { max: "-1", price: { USD: 0.8 } },
      ],
    };
    const { definition } = read(productSchema, {
      ...product,
      definition: { usages: [{ id: "u", consumable }] },
    });
    expect(definition?.usages[0]?.consumable?.tiers).toMatchObject([
      { max: 100, prices: [{ amount: "1.00" }] },
      { max: null, prices: [{ amount: "0.80" }] },
    ]);
  });

  it("reads percent and fixed charges apart", () => {
    const charge = {
      name: "accounts/1/charges/5",
      currency: "USD",
      passThrough: true,
      tiers: [
        { value: 2.5, type: "PERCENT" },
        { value: 3, type: "FIXED" },
      ],
    };
    expect(read(chargesSchema, { charges: [charge] }).charges[0]).toMatchObject({
      id: "5",
      passThrough: true,
      tiers: [
        { percent: "2.5", amount: null },
        { percent: null, amount: { amount: "3.00", currency: "USD" } },
      ],
    });
  });

  it("reads pricing whose SKU id is a number", () => {
    const plans = [
      {
        productId: "P",
        pricebookPrice: 9.99,
        pricebookCurrency: "USD",
        pricebookDetails: { SkuId: 1 },
        supportPlan: { pricebookCost: 5 },
      },
    ];
    expect(read(pricingSchema, { plans }).plans[0]).toMatchObject({
      vendorProductId: "P",
      price: { amount: "9.99" },
      details: { SkuId: "1" },
      supportPlan: { priceBookCost: { amount: "5.00" }, accountCost: null },
    });
  });
});

describe("parseDuration", () => {
  it.each([
    ["P1M", { years: 0, months: 1, weeks: 0, days: 0 }],
    ["P1Y", { years: 1, months: 0, weeks: 0, days: 0 }],
    ["p3y6m", { years: 3, months: 6, weeks: 0, days: 0 }],
    ["P30D", { years: 0, months: 0, weeks: 0, days: 30 }],
    ["Monthly", null],
    ["P", null],
    ["", null],
    [null, null],
  ])("reads %j", (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });
});
