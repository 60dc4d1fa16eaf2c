import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { AppError } from "@/lib/errors";
import { storeRefreshToken } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { addAddOn } from "./add-add-on";
import { addToCart } from "./add-to-cart";
import { createCart } from "./create-cart";
import { deleteCart } from "./delete-cart";
import { getCart } from "./get-cart";
import { getCartReview } from "./get-cart-review";
import { getProvisioningForm } from "./get-provisioning-form";
import { listCartsQuery } from "./inputs";
import { listCarts } from "./list-carts";
import { listCustomerCarts } from "./list-customer-carts";
import { prepareCheckout } from "./prepare-checkout";
import { removeAddOn } from "./remove-add-on";
import { removeItem } from "./remove-item";
import { renameCart } from "./rename-cart";
import { restoreItem } from "./restore-item";
import { resumeCart } from "./resume-cart";
import { saveForLater } from "./save-for-later";
import { saveProvisioningDraft } from "./save-provisioning-draft";
import { setQuantity } from "./set-quantity";
import { as, type CartsPortal, PLANS, SEEDED, startCartsPortal } from "./testing/carts-portal";

let portal: CartsPortal;
/** Looks after the customer of the cart; nobody; and the owner of another reseller account. */
let sales: Actor;
let otherSales: Actor;
let stranger: Actor;
const customerId = SEEDED.withTenant;
let cartId = "";
let cartItemId = "";

beforeAll(async () => {
  portal = await startCartsPortal();
  sales = await portal.person("sales", [customerId]);
  otherSales = await portal.person("sales", [SEEDED.alsoWithTenant]);
  const other = await makeAccount("10002");
  await storeRefreshToken(other.id, await portal.emulator.newRefreshToken("10002"));
  stranger = await makePerson(other.id, "owner");
  ({ cartId, cartItemId } = await as(portal.admin, () =>
    addToCart({ customerId, ...PLANS.businessBasic, quantity: 25 }),
  ));
});
afterAll(() => portal.stop());

const item = () => ({ customerId, cartId, cartItemId });
/** Every use case with an argument of this customer's cart. Each refuses before it does anything. */
const useCases: [name: string, run: () => Promise<unknown>][] = [
  ["getCart", () => getCart(customerId, cartId)],
  ["getCartReview", () => getCartReview(customerId, cartId)],
  ["prepareCheckout", () => prepareCheckout(customerId, cartId)],
  ["getProvisioningForm", () => getProvisioningForm(item())],
  ["listCustomerCarts", () => listCustomerCarts(customerId)],
  ["createCart", () => createCart({ customerId })],
  ["addToCart", () => addToCart({ customerId, ...PLANS.dropbox, quantity: 1 })],
  ["addToCart to a known cart", () => addToCart({ customerId, cartId, ...PLANS.dropbox, quantity: 1 })],
  ["setQuantity", () => setQuantity({ ...item(), quantity: 2 })],
  [
    "addAddOn",
    () => addAddOn({ ...item(), addOnId: "copilot-business", addOnPlanId: "copilot-business-n26" }),
  ],
  ["removeAddOn", () => removeAddOn(item())],
  ["removeItem", () => removeItem(item())],
  ["restoreItem", () => restoreItem({ ...item(), ...PLANS.dropbox, quantity: 1, addOn: null })],
  ["renameCart", () => renameCart({ customerId, cartId, displayName: "Mine" })],
  ["saveForLater", () => saveForLater({ customerId, cartId })],
  ["resumeCart", () => resumeCart({ customerId, cartId })],
  ["deleteCart", () => deleteCart({ customerId, cartId })],
  ["saveProvisioningDraft", () => saveProvisioningDraft({ ...item(), values: { friendlyName: "x" } })],
];

const codeOf = (error: unknown) =>
  error instanceof AppError ? error.code : isIonError(error) ? `ion ${error.kind}` : String(error);
const refusalFor = (actor: Actor, run: () => Promise<unknown>) =>
  as(actor, run).then(() => "allowed", codeOf);

describe("another person's customer", () => {
  test.each(useCases)("%s is not found for sales who do not look after the customer", async (_name, run) => {
    expect(await refusalFor(otherSales, run)).toBe("NOT_FOUND");
  });

  test.each(useCases)("%s is not found for the other reseller account", async (_name, run) => {
    expect(await refusalFor(stranger, run)).toBe("NOT_FOUND");
  });

  test("all of that changed nothing", async () => {
    const cart = await as(portal.owner, () => getCart(customerId, cartId));
    expect(cart).toMatchObject({ state: "open", displayName: null });
    expect(cart.items).toMatchObject([{ id: cartItemId, quantity: 25, addOn: null }]);
  });
});

describe("roles", () => {
  test.each(["owner", "admin"] as const)("the %s sees cost and margin", async (role) => {
    const cart = await as(portal[role], () => getCart(customerId, cartId));
    expect(cart.items[0]).toMatchObject({ lineCost: { amount: "153.00" }, margin: { percent: "15.0" } });
    expect(cart.totals[0]).toMatchObject({ cost: { amount: "153" }, margin: { percent: "15.0" } });
  });

  test("sales get price and total, and nothing anywhere that tells the cost", async () => {
    const reads: (() => Promise<unknown>)[] = [
      () => getCart(customerId, cartId),
      () => getCartReview(customerId, cartId),
      () => prepareCheckout(customerId, cartId),
      () => listCustomerCarts(customerId),
    ];
    for (const read of reads) {
      const text = JSON.stringify(await as(sales, read));
      expect(text).toContain('"180"');
      expect(text).not.toMatch(/cost|margin|153\.00|msrp/i);
    }
  });

  test("owner, admin and sales of the customer may fill and change a cart", async () => {
    for (const actor of [portal.owner, portal.admin, sales]) {
      const made = await as(actor, () => createCart({ customerId }));
      const added = await as(actor, () =>
        addToCart({ customerId, cartId: made.cartId, ...PLANS.dropbox, quantity: 2 }),
      );
      const input = { customerId, ...added };
      await as(actor, () => setQuantity({ ...input, quantity: 3 }));
      await as(actor, () => removeItem(input));
      await as(actor, () => deleteCart(input));
    }
  });
});

describe("the list of carts in progress", () => {
  const query = (search: Record<string, string> = {}) => listCartsQuery.parse(search);
  const idsFor = async (actor: Actor, search: Record<string, string> = {}) =>
    (await as(actor, () => listCarts(query(search)))).rows.map((row) => row.id);

  test("shows carts of assigned customers only, and counts no others", async () => {
    const elsewhere = await as(portal.owner, () =>
      addToCart({ customerId: SEEDED.alsoWithTenant, ...PLANS.dropbox, quantity: 4 }),
    );
    expect(await idsFor(portal.owner)).toEqual(expect.arrayContaining([cartId, elsewhere.cartId]));
    const ofSales = await as(sales, () => listCarts(query()));
    expect(ofSales.rows.map((row) => row.customerId)).toEqual(ofSales.rows.map(() => customerId));
    expect(ofSales.total).toBe(ofSales.rows.length);
    expect(await idsFor(otherSales)).toEqual([elsewhere.cartId]);
    expect(await idsFor(stranger)).toEqual([]);
    expect(await refusalFor(sales, () => listCarts(query({ customerId: SEEDED.alsoWithTenant })))).toBe(
      "NOT_FOUND",
    );
  });

  test("is searched by customer name and cart number; nobody finds what is not theirs", async () => {
    const all = await as(portal.owner, () => listCarts(query()));
    const mine = all.rows.find((row) => row.id === cartId);
    const word = mine?.customerName.split(" ")[0]?.toUpperCase() ?? "";
    expect(await idsFor(portal.owner, { q: word })).toContain(cartId);
    expect(await idsFor(portal.owner, { q: cartId })).toEqual([cartId]);
    expect(await idsFor(otherSales, { q: word })).toEqual([]);
    expect(await idsFor(portal.owner, { q: "<script>alert(1)</script>" })).toEqual([]);
  });

  test("a row has the lines' names, the total, and who touched it when", async () => {
    const { rows } = await as(portal.owner, () => listCarts(query({ q: cartId })));
    expect(rows).toMatchObject([
      {
        id: cartId,
        state: "open",
        createdBy: portal.admin.name,
        itemCount: 1,
        itemNames: [expect.stringContaining("Business Basic")],
        totals: [{ amount: "180", currency: "USD", period: "monthly" }],
        isRead: true,
      },
    ]);
  });

  test("a cart that Ion no longer has leaves the list", async () => {
    const made = await as(portal.owner, () => createCart({ customerId }));
    await portal.ion.carts.remove(customerId, made.cartId);
    expect(await idsFor(portal.owner)).not.toContain(made.cartId);
  });

  test("when Ion does not answer for a cart, its row says so instead of an empty cart", async () => {
    await portal.fault({ method: "GET", path: `*/carts/${cartId}`, kind: "status", status: 500 });
    const { rows } = await as(portal.owner, () => listCarts(query({ q: cartId })));
    await portal.clearFaults();
    expect(rows).toMatchObject([{ id: cartId, isRead: false, totals: [] }]);
  });

  test("a customer's own list finds carts that were made elsewhere", async () => {
    const customer = await portal.customer();
    const { id } = await portal.ion.carts.create(customer, { status: "SAVED_FOR_LATER" });
    const { rows } = await as(portal.owner, () => listCustomerCarts(customer));
    expect(rows).toMatchObject([{ id, state: "saved", isRead: true }]);
    expect(await idsFor(portal.owner, { customerId: customer })).toEqual([id]);
  });
});
