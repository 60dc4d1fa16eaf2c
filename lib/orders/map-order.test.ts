import { describe, expect, test } from "vitest";
import { orderSchema as ionOrderSchema } from "@/lib/ion/schemas/orders";
import { toOrder, toOrderRow } from "./map-order";
import { orderRowSchema } from "./order-schemas";

const now = Date.parse("2026-03-01T10:02:00Z");

const item = (more: Record<string, unknown> = {}) => ({
  name: "accounts/10001/customers/22/orders/7/orderItems/71",
  action: "CREATE",
  productId: "OFFICE365NCE--smpnce",
  skuId: "Office-365-E1-n1",
  planId: "Monthly-n23",
  quantity: 4,
  price: 155.48175048828125,
  cost: 132.159,
  subTotal: 621.927001953125,
  currencyCode: "USD",
  status: "ON_HOLD",
  mfgPartNumber: "CFQ7TTC0LF8Q:0001:P1Y:M",
  attributes: [],
  ...more,
});
const order = (more: Record<string, unknown> = {}, items: unknown[] = [item()]) =>
  ionOrderSchema().parse({
    name: "accounts/10001/customers/22/orders/7",
    referenceId: "customers/22/carts/5",
    status: "ON_HOLD",
    currencyCode: "USD",
    total: 621.927001953125,
    userName: "Reseller Portal",
    orderItems: items,
    createTime: "2026-03-01T10:00:00Z",
    updateTime: "2026-03-01T10:00:05Z",
    ...more,
  });
const around = {
  customerName: "Contoso",
  nowMs: now,
  orderedBy: { name: "Sara", throughPortal: true },
  credentials: { state: "none" } as const,
  subscriptions: { state: "later" as const, rows: [] },
  sight: { cost: true, personal: true },
  mayCancel: true,
};

describe("a line of the list", () => {
  test("has amounts of the currency's digits, however Ion's floats end", () => {
    const row = orderRowSchema.parse(toOrderRow(order(), "Contoso", now));
    expect(row.totals).toEqual([{ amount: "621.93", currency: "USD" }]);
    expect(row).toMatchObject({ id: "7", customerId: "22", seats: 4, moreItems: 0, kind: "new" });
  });

  test("adds up one total a currency when Ion gives none, and none when an item has no subtotal", () => {
    const mixed = [item(), item({ currencyCode: "EUR", subTotal: 10 }), item({ subTotal: 0.07 })];
    const totals = (items: unknown[]) =>
      toOrderRow(order({ total: undefined, currencyCode: undefined }, items), null, now).totals;
    expect(totals(mixed)).toEqual([
      { amount: "10.00", currency: "EUR" },
      { amount: "622.00", currency: "USD" },
    ]);
    expect(totals([item(), item({ subTotal: undefined })])).toEqual([]);
  });

  test("does not make up seats from a part of the items", () => {
    expect(toOrderRow(order({}, [item(), item({ quantity: 3 })]), null, now).seats).toBe(7);
    expect(toOrderRow(order({}, [item(), item({ quantity: undefined })]), null, now).seats).toBeNull();
  });

  test("names what was ordered by Ion's names, else what the catalog said then, else the ids", () => {
    const named = item({ skuName: "Office 365 E1", planName: "Office 365 E1 - One-Year commitment" });
    expect(toOrderRow(order({}, [named]), null, now)).toMatchObject({
      title: "Office 365 E1",
      planName: "One-Year commitment",
    });
    const catalogAttributes = [
      { name: "sku.DisplayName", value: "Office E1" },
      { name: "plan.DisplayName", value: "Monthly" },
    ];
    expect(toOrderRow(order({}, [item({ catalogAttributes })]), null, now)).toMatchObject({
      title: "Office E1",
      planName: "Monthly",
    });
    expect(toOrderRow(order(), null, now)).toMatchObject({
      title: "Office-365-E1-n1",
      planName: "Monthly-n23",
    });
    expect(toOrderRow(order({ displayName: "Cart - 1" }, []), null, now)).toMatchObject({
      title: "Cart - 1",
    });
  });
});

describe("an order's page", () => {
  test("divides the subtotal for the unit price, and says when Ion's figures disagree", () => {
    const [unit, line, odd] = toOrder(
      order({}, [
        item(),
        item({ price: 132.87, quantity: 3, subTotal: 132.87 }),
        item({ price: 50, quantity: 3, subTotal: 132.87 }),
      ]),
      around,
    ).items;
    expect(unit).toMatchObject({ unitPrice: { amount: "155.4818" }, pricesAgree: true });
    expect(line).toMatchObject({ unitPrice: { amount: "44.29" }, pricesAgree: true });
    expect(odd).toMatchObject({ subTotal: { amount: "132.87" }, pricesAgree: false });
  });

  test("leaves cost out for those who may not see it", () => {
    const [blind] = toOrder(order(), { ...around, sight: { cost: false, personal: true } }).items;
    expect(blind).not.toHaveProperty("cost");
    expect(toOrder(order(), around).items[0]?.cost).toEqual({ amount: "132.159", currency: "USD" });
  });

  test("shows answers, never secrets, and people's data only to those who may", () => {
    const attributes = [
      { name: "domainName", value: "contoso.onmicrosoft.com" },
      { name: "agreementFirstName", value: "Ann" },
      { name: "agreementDateAgreed", value: "2026-01-15" },
      { name: "billingEmail", value: "bill@contoso.example" },
      { name: "password", value: "left by a transport that forgot" },
    ];
    const answers = (personal: boolean) =>
      toOrder(order({}, [item({ attributes })]), { ...around, sight: { cost: true, personal } }).items[0]
        ?.answers;
    expect(answers(true)).toEqual([
      { name: "domainName", value: "contoso.onmicrosoft.com", hidden: null },
      { name: "agreementFirstName", value: "Ann", hidden: null },
      { name: "agreementDateAgreed", value: "2026-01-15", hidden: null },
      { name: "billingEmail", value: "bill@contoso.example", hidden: null },
      { name: "password", value: null, hidden: "secret" },
    ]);
    const hidden = answers(false)?.filter((answer) => answer.hidden === "personal");
    expect(hidden?.map(({ name }) => name)).toEqual(["agreementFirstName", "billingEmail"]);
    expect(JSON.stringify(answers(false))).not.toMatch(/Ann|bill@/);
  });

  test("reads term and billing from the catalog of that day, else from the part number", () => {
    const catalogAttributes = [
      { name: "plan.DurationUnit", value: "year" },
      { name: "plan.DurationCount", value: "3" },
      { name: "plan.BillingPeriod", value: "annual" },
    ];
    const read = (more: Record<string, unknown>) => {
      const [first] = toOrder(order({}, [item(more)]), around).items;
      return [first?.term, first?.billingPeriod];
    };
    expect(read({ catalogAttributes })).toEqual([{ count: 3, unit: "year" }, "ANNUAL"]);
    expect(read({})).toEqual([{ count: 1, unit: "year" }, "MONTHLY"]);
    expect(read({ mfgPartNumber: "1010020020:0001:OT:M" })).toEqual([null, "MONTHLY"]);
    expect(read({ mfgPartNumber: undefined })).toEqual([null, null]);
  });

  test("tells a failure once, at its item", () => {
    const failure = { code: "PROV-1", detail: "The vendor did not answer in time." };
    const failed = toOrder(
      order({ errors: [failure, { code: "X", detail: "Order refused" }] }, [item({ errors: [failure] })]),
      around,
    );
    expect(failed.problems.map(({ code }) => code)).toEqual(["X"]);
    expect(failed.items[0]?.problems.map(({ code }) => code)).toEqual(["PROV-1"]);
  });

  test("can be cancelled while Ion holds it and by those who may; else it says why not", () => {
    expect(toOrder(order(), around).cancel).toBe("allowed");
    expect(toOrder(order(), { ...around, mayCancel: false }).cancel).toBe("role");
    expect(toOrder(order({ status: "IN_PROGRESS" }), around).cancel).toBe("tooLate");
    expect(toOrder(order({ status: "IN_PROGRESS" }), { ...around, mayCancel: false }).cancel).toBe("tooLate");
  });

  test("carries nothing of Ion's own object", () => {
    expect(JSON.stringify(toOrder(order(), around))).not.toMatch(/"raw":\{|catalogAttributes/);
  });
});
