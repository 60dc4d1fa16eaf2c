import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cartBody, cartItemList, cartList, readCartItem, writtenCartItem } from "./testing/answers/carts";
import { standardErrorBody } from "./testing/answers/errors";
import { newCustomer } from "./testing/orders";
import { startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
let K: string;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());
beforeEach(async () => {
  K = `/api/v3/customers/${await newCustomer(ion)}/carts`;
});

const BUSINESS_STANDARD = "products/Microsoft365EandFNCE-demonce/skus/USCFQ7TTC0LDPB0001/plans/Monthly-n18";
const PREMIUM = "products/Microsoft365EandFNCE-demonce/skus/USCFQ7TTC0LCHC0002/plans/Annual-n155";

async function newCart(): Promise<string> {
  const reply = await ion.call("POST", K, { status: "OPEN" });
  return `/api/v3/${cartBody.parse(reply.body).name}`;
}

async function newItem(cart: string, item: Record<string, unknown> = {}) {
  const reply = await ion.call("POST", `${cart}/cartItems`, {
    planName: BUSINESS_STANDARD,
    quantity: 3,
    ...item,
  });
  return writtenCartItem.parse(reply.body);
}

describe("carts", () => {
  test("create answers 201, get 200 bare, update 200, delete 204", async () => {
    const created = await ion.call("POST", K, {
      status: "OPEN",
      cartDisplayName: "Spring order",
      currencyCode: "EUR",
    });
    expect(created.status).toBe(201);
    const cart = cartBody.parse(created.body);
    expect(cart).toMatchObject({ cartDisplayName: "Spring order", currencyCode: "EUR", status: "OPEN" });
    const path = `/api/v3/${cart.name}`;
    expect(cartBody.parse((await ion.get(path)).body)).toEqual(cart);
    const updated = await ion.call("PUT", path, { status: "SAVED_FOR_LATER" });
    expect(cartBody.parse(updated.body)).toMatchObject({
      status: "SAVED_FOR_LATER",
      cartDisplayName: "Spring order",
    });
    const removed = await ion.call("DELETE", path);
    expect([removed.status, removed.text]).toEqual([204, ""]);
    expect((await ion.get(path)).status).toBe(404);
  });

  test("create needs a status; CHECKED_OUT and unknown words are refused", async () => {
    const reply = await ion.call("POST", K, {});
    expect([reply.status, standardErrorBody.parse(reply.body).message]).toEqual([
      400,
      "must have required property 'status'",
    ]);
    expect((await ion.call("POST", K, { status: "CHECKED_OUT" })).status).toBe(400);
    expect((await ion.call("POST", K, { status: "PAID" })).status).toBe(400);
    expect((await ion.call("POST", K, { status: "OPEN", cartDisplayName: "x".repeat(10_000) })).status).toBe(
      400,
    );
  });

  test("list needs a status and pages by offset; the unspecified status means all", async () => {
    for (let n = 0; n < 3; n += 1) await newCart();
    await ion.call("POST", K, { status: "QUOTE" });
    expect((await ion.get(K)).status).toBe(400);
    const list = async (query: string) => cartList.parse((await ion.get(`${K}?${query}`)).body).carts;
    expect(await list("status=OPEN")).toHaveLength(3);
    expect(await list("status=CART_STATUS_UNSPECIFIED")).toHaveLength(4);
    expect(await list("status=OPEN&pagination.limit=2&pagination.offset=2")).toHaveLength(1);
    expect(await list(`status=OPEN&pagination=${encodeURIComponent('{"limit":2}')}`)).toHaveLength(2);
    const [first] = await list("status=OPEN");
    const descending = await list("status=OPEN&pagination.sortOrder=DESC");
    expect(descending.at(-1)?.name).toBe(first?.name);
  });

  test("only get tells totalItems, and leaves a zero out", async () => {
    const cart = await newCart();
    expect((await ion.get(cart)).body).not.toHaveProperty("totalItems");
    await newItem(cart);
    expect((await ion.get(cart)).body).toMatchObject({ totalItems: 1 });
  });

  test("an open cart is gone after its days on the emulator's clock", async () => {
    const cart = await newCart();
    await ion.later(30 * 86_400 - 1);
    const { access_token } = (
      await ion.raw("/oauth/token", {
        method: "POST",
        body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: await ion.refreshToken() }),
      })
    ).body as { access_token: string };
    const get = () => ion.raw(cart, { headers: { authorization: `Bearer ${access_token}` } });
    expect((await get()).status).toBe(200);
    await ion.later(1);
    expect((await get()).status).toBe(404);
    await ion.later(-30 * 86_400);
  });

  test("carts of another account's customer are a 403, of nobody's a 404", async () => {
    const reply = await ion.asOther("GET", `${K}?status=OPEN`);
    expect([reply.status, standardErrorBody.parse(reply.body).message]).toEqual([
      403,
      "User does not have access to this resource.",
    ]);
    expect((await ion.get("/api/v3/customers/1/carts?status=OPEN")).status).toBe(404);
    expect((await ion.raw(`${K}?status=OPEN`)).status).toBe(401);
  });
});

describe("cart items", () => {
  test("create answers prices with values; list and get leave the upfront value out", async () => {
    const cart = await newCart();
    const item = await newItem(cart);
    expect(item).toMatchObject({
      title: "M365 Business Std",
      planName: BUSINESS_STANDARD,
      quantity: 3,
      period: "MONTH",
      recurringPrice: { currency: "USD", value: 15 },
      upfrontPrice: { currency: "USD", value: 0 },
      checkedOut: "UNSPECIFIED",
    });
    const { cartitems } = cartItemList.parse((await ion.get(`${cart}/cartItems`)).body);
    expect(cartitems.map((one) => one.name)).toEqual([item.name]);
    expect(readCartItem.parse((await ion.get(`/api/v3/${item.name}`)).body)).toEqual(cartitems[0]);
  });

  test("update changes quantity and plan; delete answers 204", async () => {
    const cart = await newCart();
    const { name } = await newItem(cart);
    const more = await ion.call("PUT", `/api/v3/${name}`, { quantity: 9 });
    expect(writtenCartItem.parse(more.body)).toMatchObject({ quantity: 9, planName: BUSINESS_STANDARD });
    const other = await ion.call("PUT", `/api/v3/${name}`, { planName: PREMIUM });
    expect(writtenCartItem.parse(other.body)).toMatchObject({
      quantity: 9,
      period: "YEAR",
      planName: PREMIUM,
    });
    expect((await ion.call("DELETE", `/api/v3/${name}`)).status).toBe(204);
    expect((await ion.get(`/api/v3/${name}`)).status).toBe(404);
  });

  test.each([
    ["a plan id that only one SKU has", "Annual-n155"],
    ["the full path", PREMIUM],
    ["the full path with the account", `accounts/10001/${PREMIUM}`],
    ["account, product and plan", "accounts/10001/products/Microsoft365EandFNCE-demonce/plans/Annual-n155"],
    ["a SKU's alias", PREMIUM.replace("USCFQ7TTC0LCHC0002", "USxxxxxxxxxxxxxx02")],
  ])("planName may be %s", async (_, planName) => {
    expect((await newItem(await newCart(), { planName })).title).toBe("M365 Business Premium");
  });

  test.each([
    ["ambiguous id", "Monthly"],
    ["ambiguous in the product", "accounts/10001/products/ExchangeOnline-demonce/plans/Monthly"],
    ["unknown id", "no-such-plan"],
    ["unknown path", "products/x/skus/y/plans/z"],
    ["script", "<script>alert(1)</script>"],
    ["missing", undefined],
  ])("planName %s is a 400", async (_, planName) => {
    const reply = await ion.call("POST", `${await newCart()}/cartItems`, { planName, quantity: 1 });
    expect(reply.status).toBe(400);
    standardErrorBody.parse(reply.body);
  });

  test.each([0, -1, 1.5, 301, 3_000_000_000, "many", null])(
    "quantity %s is a 400, or the default for null",
    async (quantity) => {
      const cart = await newCart();
      const reply = await ion.call("POST", `${cart}/cartItems`, { planName: BUSINESS_STANDARD, quantity });
      expect(reply.status).toBe(quantity === null ? 200 : 400);
      const { name } = await newItem(cart);
      if (quantity !== null)
        expect((await ion.call("PUT", `/api/v3/${name}`, { quantity })).status).toBe(400);
      expect((await ion.get(`/api/v3/${name}`)).body).toMatchObject({ quantity: 3 });
    },
  );

  test("a plan's smallest quantity counts too", async () => {
    const planName = "products/WindowsServer-smpperpetual/skus/USDG7GMGF0PWHF0002/plans/OneTime-cal";
    const cart = await newCart();
    expect((await ion.call("POST", `${cart}/cartItems`, { planName, quantity: 4 })).status).toBe(400);
    const item = await newItem(cart, { planName, quantity: 5 });
    expect(item).toMatchObject({
      period: "ONE_TIME",
      upfrontPrice: { value: 52 },
      recurringPrice: { value: 0 },
    });
  });

  test.each([
    ["a disabled product", "products/McAfeeWebGateway-smp/skus/MWG-User/plans/Annual-n1"],
    ["a plan outside the price book", "products/VeeamBackupM365-smp/skus/VBO-User/plans/Annual-n1"],
  ])("%s cannot be added", async (_, planName) => {
    expect((await ion.call("POST", `${await newCart()}/cartItems`, { planName, quantity: 1 })).status).toBe(
      400,
    );
  });

  test("an add-on is one object with planId and displayName, of the same product", async () => {
    const cart = await newCart();
    const product = (await ion.get("/api/v3/accounts/10001/products/Microsoft365EandFNCE-demonce")).body as {
      definition: { addOns: { id: string; displayName: string; plans: { id: string }[] }[] };
    };
    const addOn = product.definition.addOns[0];
    const addOns = { planId: addOn?.plans[0]?.id, displayName: addOn?.displayName };
    const item = await newItem(cart, { addOns });
    expect(item.addOns).toMatchObject({ ...addOns, quantity: 3, recurringPrice: { value: 36 } });
    const add = (wrong: unknown) =>
      ion.call("POST", `${cart}/cartItems`, { planName: BUSINESS_STANDARD, quantity: 1, addOns: wrong });
    expect((await add({ planId: addOns.planId })).status).toBe(400);
    expect((await add({ planId: "gemini-n1", displayName: "Gemini" })).status).toBe(400);
    expect((await add([addOns])).status).toBe(400);
  });

  test("a customer in the preferred price book sees 3 % less", async () => {
    const state = (await ion.control("GET", "/state/customers")).body as {
      customers: { customerId: string; priceBook: string; accountId: string }[];
    };
    const preferred = state.customers.find(
      (one) => one.priceBook === "preferred" && one.accountId === "10001",
    );
    const reply = await ion.call("POST", `/api/v3/customers/${preferred?.customerId}/carts`, {
      status: "OPEN",
    });
    const item = await newItem(`/api/v3/${cartBody.parse(reply.body).name}`);
    expect(item.recurringPrice.value).toBeCloseTo(14.55, 4);
  });
});
