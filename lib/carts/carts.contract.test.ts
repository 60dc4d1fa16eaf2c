import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";
import { addAddOn } from "./add-add-on";
import { addToCart } from "./add-to-cart";
import { createCart } from "./create-cart";
import { deleteCart } from "./delete-cart";
import { getCart } from "./get-cart";
import { removeAddOn } from "./remove-add-on";
import { removeItem } from "./remove-item";
import { renameCart } from "./rename-cart";
import { restoreItem } from "./restore-item";
import { resumeCart } from "./resume-cart";
import { saveForLater } from "./save-for-later";
import { setQuantity } from "./set-quantity";
import { as, type CartsPortal, PLANS, SEEDED, startCartsPortal } from "./testing/carts-portal";

let portal: CartsPortal;
let customerId: string;

beforeAll(async () => {
  portal = await startCartsPortal();
  customerId = SEEDED.withTenant;
});
afterEach(() => portal.clearFaults());
afterAll(() => portal.stop());

const asOwner = <T>(work: () => Promise<T>) => as(portal.owner, work);
const newCart = async () => (await asOwner(() => createCart({ customerId }))).cartId;
const cartWith = async (quantity = 25) => {
  const cartId = await newCart();
  const added = await asOwner(() => addToCart({ customerId, cartId, ...PLANS.businessBasic, quantity }));
  return { cartId, cartItemId: added.cartItemId };
};
const read = (cartId: string) => asOwner(() => getCart(customerId, cartId));
/** The error's code, or Ion's kind. */
const refusal = async (work: () => Promise<unknown>) => {
  const error = await asOwner(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error.code;
  return isIonError(error) ? `ion ${error.kind}` : error;
};

describe("adding to a cart", () => {
  test("without a cart makes one, and uses it again for the next plan", async () => {
    const customer = await portal.customer();
    const add = (plan: keyof typeof PLANS, quantity: number) =>
      asOwner(() => addToCart({ customerId: customer, ...PLANS[plan], quantity }));
    const first = await add("dropbox", 5);
    const second = await add("ibm", 10);
    expect(second.cartId).toBe(first.cartId);
    const cart = await asOwner(() => getCart(customer, first.cartId));
    expect(cart).toMatchObject({ state: "open", createdBy: portal.owner.name, displayName: null });
    expect(cart.items.map(({ plan, quantity }) => ({ ...plan, quantity }))).toEqual([
      { ...PLANS.dropbox, quantity: 5 },
      { ...PLANS.ibm, quantity: 10 },
    ]);
  });

  test("the same plan again raises the quantity of its line and says so", async () => {
    const { cartId, cartItemId } = await cartWith(25);
    const again = await asOwner(() => addToCart({ customerId, cartId, ...PLANS.businessBasic, quantity: 5 }));
    expect(again).toEqual({ cartId, cartItemId, quantity: 30, raised: true });
    expect((await read(cartId)).items).toHaveLength(1);
  });

  test("two clicks at once end in one line", async () => {
    const cartId = await newCart();
    const add = () => asOwner(() => addToCart({ customerId, cartId, ...PLANS.dropbox, quantity: 3 }));
    await Promise.all([add(), add()]);
    expect((await read(cartId)).items.map(({ quantity }) => quantity)).toEqual([6]);
  });

  test("a price of Ion's and a customer's are per unit, and the line is their product", async () => {
    const { cartId } = await cartWith(25);
    const [item] = (await read(cartId)).items;
    expect(item).toMatchObject({
      productName: "Microsoft 365 NCE",
      period: "monthly",
      unitPrice: { amount: "7.20", currency: "USD" },
      lineTotal: { amount: "180.00", currency: "USD" },
      lineCost: { amount: "153.00", currency: "USD" },
      margin: { amount: { amount: "27", currency: "USD" }, percent: "15.0" },
      minQuantity: 1,
      maxQuantity: 300,
      blockedReason: null,
    });
  });

  test.each([
    ["above the plan's maximum", PLANS.businessBasic, 301],
    ["below the plan's minimum", PLANS.serverCal, 4],
  ])("a quantity %s is refused before Ion is asked", async (_what, plan, quantity) => {
    const cartId = await newCart();
    const before = await portal.requests("POST", /cartItems$/);
    expect(await refusal(() => addToCart({ customerId, cartId, ...plan, quantity }))).toBe("INVALID_INPUT");
    expect(await portal.requests("POST", /cartItems$/)).toHaveLength(before.length);
  });

  test("a quantity that is too much only together with what is there says how much is there", async () => {
    const { cartId } = await cartWith(290);
    const error = await asOwner(() =>
      addToCart({ customerId, cartId, ...PLANS.businessBasic, quantity: 20 }),
    ).catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({
      code: "INVALID_INPUT",
      fieldErrors: { quantity: [expect.stringMatching(/290.*300/)] },
    });
  });

  test.each([
    ["that is not in the price book", PLANS.notInPriceBook],
    ["of a disabled product", PLANS.disabled],
    ["that nobody knows", { ...PLANS.dropbox, planId: "nothing" }],
    ["of a product that nobody knows", { ...PLANS.dropbox, productId: "nothing" }],
  ])("a plan %s is refused with the reason", async (_what, plan) => {
    const cartId = await newCart();
    const error = await asOwner(() => addToCart({ customerId, cartId, ...plan, quantity: 1 })).catch(
      (thrown: AppError) => thrown,
    );
    expect(error).toMatchObject({ code: "NOT_ORDERABLE", params: { reason: expect.any(String) } });
    expect((await read(cartId)).items).toEqual([]);
  });

  test("a lost answer adds nothing twice: the line that is there is found", async () => {
    const cartId = await newCart();
    await portal.fault({ method: "POST", path: "*/cartItems", kind: "drop-after", count: 1 });
    const added = await asOwner(() => addToCart({ customerId, cartId, ...PLANS.businessBasic, quantity: 7 }));
    const cart = await read(cartId);
    expect(cart.items.map(({ id, quantity }) => ({ id, quantity }))).toEqual([
      { id: added.cartItemId, quantity: 7 },
    ]);
  });

  test.each(["drop-before", "status"])(
    "a %s fault is told as not saved, and is not in the cart",
    async (kind) => {
      const cartId = await newCart();
      await portal.fault({ method: "POST", path: "*/cartItems", kind, status: 500, count: 1 });
      expect(await refusal(() => addToCart({ customerId, cartId, ...PLANS.dropbox, quantity: 7 }))).toBe(
        "CART_NOT_SAVED",
      );
      expect((await read(cartId)).items).toEqual([]);
    },
  );

  test("a new cart whose answer is lost is found again and used", async () => {
    const customer = await portal.customer();
    await portal.fault({ method: "POST", path: "*/carts", kind: "drop-after", count: 1 });
    const { cartId } = await asOwner(() =>
      addToCart({ customerId: customer, ...PLANS.dropbox, quantity: 1 }),
    );
    const carts = [];
    for await (const cart of portal.ion.carts.listAll(customer, { status: "OPEN" })) carts.push(cart.id);
    expect(carts).toEqual([cartId]);
  });
});

describe("changing a cart", () => {
  test("a quantity is set absolutely, and the totals follow", async () => {
    const { cartId, cartItemId } = await cartWith(25);
    const { cart, result } = await asOwner(() =>
      setQuantity({ customerId, cartId, cartItemId, quantity: 40 }),
    );
    expect(result).toEqual({ previous: 25 });
    expect(cart?.totals).toMatchObject([{ amount: "288", currency: "USD", period: "monthly" }]);
    expect((await read(cartId)).items[0]?.quantity).toBe(40);
  });

  test("a quantity whose answer is lost was set", async () => {
    const { cartId, cartItemId } = await cartWith(25);
    await portal.fault({ method: "PUT", path: "*/cartItems/*", kind: "drop-after", count: 1 });
    await asOwner(() => setQuantity({ customerId, cartId, cartItemId, quantity: 26 }));
    expect((await read(cartId)).items[0]?.quantity).toBe(26);
  });

  test("a quantity outside the plan's limits changes nothing", async () => {
    const { cartId, cartItemId } = await cartWith(25);
    expect(await refusal(() => setQuantity({ customerId, cartId, cartItemId, quantity: 301 }))).toBe(
      "INVALID_INPUT",
    );
    expect((await read(cartId)).items[0]?.quantity).toBe(25);
  });

  test("an add-on is priced beside its line, and removed again", async () => {
    const { cartId, cartItemId } = await cartWith(10);
    const [offered] = (await read(cartId)).items[0]?.availableAddOns ?? [];
    const addOn = { addOnId: offered?.addOnId ?? "", addOnPlanId: offered?.planId ?? "" };
    const { cart } = await asOwner(() => addAddOn({ customerId, cartId, cartItemId, ...addOn }));
    expect(cart?.items[0]?.addOn).toMatchObject({
      addOnId: "copilot-business",
      quantity: 10,
      lineTotal: { amount: "360.00", currency: "USD" },
    });
    expect(cart?.totals).toMatchObject([{ amount: "432", currency: "USD", period: "monthly" }]);

    const removed = await asOwner(() => removeAddOn({ customerId, cartId, cartItemId }));
    const after = await read(cartId);
    expect(after.items).toMatchObject([{ id: removed.result.cartItemId, quantity: 10, addOn: null }]);
    expect(after.totals).toMatchObject([{ amount: "72" }]);
  });

  test("an add-on that the plan does not offer is refused", async () => {
    const { cartId, cartItemId } = await cartWith(10);
    const input = { customerId, cartId, cartItemId, addOnId: "gemini", addOnPlanId: "gemini-n11" };
    expect(await refusal(() => addAddOn(input))).toBe("NOT_ORDERABLE");
  });

  test("a removed line comes back with its quantity and add-on", async () => {
    const { cartId, cartItemId } = await cartWith(10);
    const addOn = { addOnId: "copilot-business", planId: "copilot-business-n26" };
    await asOwner(() =>
      addAddOn({ customerId, cartId, cartItemId, addOnId: addOn.addOnId, addOnPlanId: addOn.planId }),
    );
    const { cart: without } = await asOwner(() => removeItem({ customerId, cartId, cartItemId }));
    expect(without?.items).toEqual([]);
    const back = await asOwner(() =>
      restoreItem({ customerId, cartId, cartItemId, ...PLANS.businessBasic, quantity: 10, addOn }),
    );
    expect(back.cart?.items).toMatchObject([
      { id: back.result.cartItemId, quantity: 10, addOn: { addOnId: "copilot-business" } },
    ]);
  });

  test("a removal whose answer is lost happened once", async () => {
    const { cartId, cartItemId } = await cartWith();
    await portal.fault({ method: "DELETE", path: "*/cartItems/*", kind: "drop-after", count: 1 });
    const { cart } = await asOwner(() => removeItem({ customerId, cartId, cartItemId }));
    expect(cart?.items).toEqual([]);
  });

  test("a line that another tab removed is named as gone", async () => {
    const { cartId, cartItemId } = await cartWith();
    await asOwner(() => removeItem({ customerId, cartId, cartItemId }));
    expect(await refusal(() => setQuantity({ customerId, cartId, cartItemId, quantity: 2 }))).toBe(
      "CART_ITEM_GONE",
    );
  });

  test("a cart is renamed, saved, refuses changes, and is resumed", async () => {
    const { cartId, cartItemId } = await cartWith();
    await asOwner(() => renameCart({ customerId, cartId, displayName: "<b>Spring</b> renewal" }));
    const { cart: saved } = await asOwner(() => saveForLater({ customerId, cartId }));
    expect(saved).toMatchObject({ displayName: "<b>Spring</b> renewal", state: "saved" });
    expect(await refusal(() => setQuantity({ customerId, cartId, cartItemId, quantity: 2 }))).toBe(
      "CART_SAVED",
    );
    const { cart: resumed } = await asOwner(() => resumeCart({ customerId, cartId }));
    expect(resumed).toMatchObject({ displayName: "<b>Spring</b> renewal", state: "open" });
    expect(resumed?.items[0]?.quantity).toBe(25);
  });

  test("a deleted cart is gone, here and at Ion, and deleting it again is no error", async () => {
    const { cartId } = await cartWith();
    await portal.fault({ method: "DELETE", path: "*/carts/*", kind: "drop-after", count: 1 });
    await asOwner(() => deleteCart({ customerId, cartId }));
    expect(await refusal(() => getCart(customerId, cartId))).toBe("CART_EXPIRED");
    await asOwner(() => deleteCart({ customerId, cartId }));
  });
});

describe("a cart that has ended", () => {
  test("one that was checked out elsewhere says so and changes nothing", async () => {
    const { cartId, cartItemId } = await cartWith();
    const attributes = [{ name: "operations", value: "addSubscription" }];
    await portal.ion.carts.checkout(customerId, cartId, { items: [{ cartItemId, attributes }] });
    const input = { customerId, cartId, cartItemId };
    expect(await refusal(() => setQuantity({ ...input, quantity: 2 }))).toBe("CART_CHECKED_OUT");
    expect(await refusal(() => removeItem(input))).toBe("CART_CHECKED_OUT");
    expect(await refusal(() => addToCart({ customerId, cartId, ...PLANS.dropbox, quantity: 1 }))).toBe(
      "CART_CHECKED_OUT",
    );
    expect(await refusal(() => deleteCart({ customerId, cartId }))).toBe("CART_CHECKED_OUT");
    expect((await read(cartId)).state).toBe("checked-out");
    // The next plan goes into a new cart instead.
    const added = await asOwner(() => addToCart({ customerId, ...PLANS.dropbox, quantity: 1 }));
    expect(added.cartId).not.toBe(cartId);
  });

  test("one that expired at Ion says so; one that nobody ever met is not found", async () => {
    const { cartId, cartItemId } = await cartWith();
    await portal.ion.carts.remove(customerId, cartId);
    expect(await refusal(() => getCart(customerId, cartId))).toBe("CART_EXPIRED");
    expect(await refusal(() => setQuantity({ customerId, cartId, cartItemId, quantity: 2 }))).toBe(
      "CART_EXPIRED",
    );
    expect(await refusal(() => getCart(customerId, "999999999"))).toBe("NOT_FOUND");
  });

  test("a plan that was switched off after it was added blocks its line with the reason", async () => {
    const cartId = await newCart();
    await asOwner(() => addToCart({ customerId, cartId, ...PLANS.officeE1, quantity: 5 }));
    await portal.ion.products.disable(PLANS.officeE1.productId);
    try {
      // The catalog is kept for a minute; another customer's cart reads it anew.
      const other = SEEDED.alsoWithTenant;
      const { id } = await portal.ion.carts.create(other, { status: "OPEN" });
      const planName = `products/${PLANS.officeE1.productId}/skus/${PLANS.officeE1.skuId}/plans/${PLANS.officeE1.planId}`;
      await portal.ion.products.enable(PLANS.officeE1.productId);
      await portal.ion.carts.items.create(other, id, { planName, quantity: 5 });
      await portal.ion.products.disable(PLANS.officeE1.productId);
      const cart = await asOwner(() => getCart(other, id));
      expect(cart.items[0]?.blockedReason).toMatch(/switched off/);
    } finally {
      await portal.ion.products.enable(PLANS.officeE1.productId);
    }
  });
});

describe("Ion in trouble", () => {
  test("a read that fails is Ion's error, not an empty cart", async () => {
    const { cartId } = await cartWith();
    await portal.fault({ method: "GET", path: "*/carts/*", kind: "status", status: 503 });
    expect(await refusal(() => getCart(customerId, cartId))).toBe("ion unavailable");
  });

  test("HTML instead of a cart is a bad answer", async () => {
    const { cartId } = await cartWith();
    await portal.fault({ method: "GET", path: "*/carts/*", kind: "html", status: 200 });
    expect(await refusal(() => getCart(customerId, cartId))).toMatch(/^ion /);
  });

  test("a change that is done stays done when the cart can't be read afterwards", async () => {
    const { cartId, cartItemId } = await cartWith();
    await asOwner(() => getCart(customerId, cartId));
    // One good read before the write, none after it.
    const slow = { method: "PUT", path: "*/cartItems/*", kind: "latency", latencyMs: 1000, count: 1 };
    const { hit } = await portal.fault(slow);
    const change = asOwner(() => setQuantity({ customerId, cartId, cartItemId, quantity: 9 }));
    await hit();
    await portal.fault({ method: "GET", path: "*/cartItems", kind: "status", status: 500 });
    expect(await change).toEqual({ result: { previous: 25 }, cart: null });
    await portal.clearFaults();
    expect((await read(cartId)).items[0]?.quantity).toBe(9);
  });
});

describe("where Ion's documents disagree", () => {
  afterEach(() => portal.emulator.control("DELETE", "/variants"));
  const variant = (values: Record<string, string>) => portal.emulator.control("POST", "/variants", values);

  test.each<Record<string, string>>([
    { "cart-price": "line" },
    { "cart-envelope": "carts", "cart-name": "id", "cart-display-name": "cartdisplayName" },
    { "cart-items-key": "cartItems", "success-codes": "200", "upfront-value": "present" },
    { "zero-values": "present" },
  ])("%o: a cart is filled, changed, saved and resumed all the same", async (values) => {
    await variant(values);
    const { cartId, cartItemId } = await cartWith(25);
    const input = { customerId, cartId, cartItemId };
    const { cart } = await asOwner(() => setQuantity({ ...input, quantity: 30 }));
    expect(cart?.totals).toMatchObject([{ amount: "216", currency: "USD", period: "monthly" }]);
    expect(cart?.items[0]).toMatchObject({ unitPrice: { amount: "7.20" }, onceTotal: null });
    await asOwner(() => renameCart({ customerId, cartId, displayName: "Spring" }));
    await asOwner(() => saveForLater({ customerId, cartId }));
    const { cart: resumed } = await asOwner(() => resumeCart({ customerId, cartId }));
    expect(resumed).toMatchObject({ id: cartId, displayName: "Spring", state: "open" });
    const { cart: empty } = await asOwner(() => removeItem(input));
    expect(empty?.items).toEqual([]);
  });

  test.each(["404", "412"])(
    "a cart that expired by Ion's clock is named so when Ion says %s",
    async (status) => {
      await variant({ "cart-expired": status });
      const { cartId, cartItemId } = await cartWith(5);
      await portal.emulator.control("POST", "/clock", { advanceSeconds: 31 * 24 * 60 * 60 });
      expect(await refusal(() => getCart(customerId, cartId))).toBe("CART_EXPIRED");
      expect(await refusal(() => setQuantity({ customerId, cartId, cartItemId, quantity: 6 }))).toBe(
        "CART_EXPIRED",
      );
      expect(await refusal(() => addToCart({ customerId, cartId, ...PLANS.dropbox, quantity: 1 }))).toBe(
        "CART_EXPIRED",
      );
    },
  );
});
