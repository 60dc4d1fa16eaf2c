import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { addToCart } from "./add-to-cart";
import { checkoutFieldErrors } from "./checkout-field-errors";
import { getCart } from "./get-cart";
import { getCartReview } from "./get-cart-review";
import { getProvisioningForm } from "./get-provisioning-form";
import { prepareCheckout } from "./prepare-checkout";
import { removeItem } from "./remove-item";
import { restoreItem } from "./restore-item";
import { saveForLater } from "./save-for-later";
import { saveProvisioningDraft } from "./save-provisioning-draft";
import { as, type CartsPortal, PLANS, SEEDED, startCartsPortal } from "./testing/carts-portal";
import { validateCart } from "./validate-cart";

let portal: CartsPortal;

beforeAll(async () => {
  portal = await startCartsPortal();
});
afterEach(() => portal.clearFaults());
afterAll(() => portal.stop());

const asOwner = <T>(work: () => Promise<T>) => as(portal.owner, work);
const confirmed = { $newTenantConfirmed: true };
const answers = { domainName: "northwindtest", ...confirmed };

/** A customer without a tenant, whose cart holds one Microsoft line. */
async function newTenantCart() {
  const customerId = await portal.customer();
  const added = await asOwner(() => addToCart({ customerId, ...PLANS.businessBasic, quantity: 25 }));
  return { customerId, cartId: added.cartId, cartItemId: added.cartItemId };
}

describe("for a customer without a tenant", () => {
  test("the questions of a new tenant are asked, prefilled from the customer, and the domain is not guessed", async () => {
    const input = await newTenantCart();
    const { form, answers: known, provisioning } = await asOwner(() => getProvisioningForm(input));
    expect(form.templateId).toBe("provisiontemplate30");
    expect(known).toMatchObject({ agreementFirstName: "Ann", agreementLastName: "Lee" });
    expect(form.prefillSources).toMatchObject({ agreementEmail: "customer", agreementDateAgreed: "today" });
    expect(known.domainName).toBeUndefined();
    expect(provisioning).toMatchObject({
      state: "missing",
      tenant: "new",
      reason: "microsoft-new-tenant",
      confirmation: "missing",
      missing: ["New tenant's domain"],
    });
    const cart = await asOwner(() => getCart(input.customerId, input.cartId));
    expect(validateCart(cart)).toEqual([{ kind: "unanswered", itemId: input.cartItemId, count: 2 }]);
  });

  test("the whole journey: answers, review, and the payload that Ion takes", async () => {
    const input = await newTenantCart();
    const { customerId, cartId, cartItemId } = input;
    await asOwner(() => saveProvisioningDraft({ ...input, values: answers }));

    const review = await asOwner(() => getCartReview(customerId, cartId));
    expect(review.attestsAgreement).toBe(true);
    expect(review.answers[cartItemId]).toEqual(
      expect.arrayContaining([
        {
          key: "domainName",
          title: "New tenant's domain",
          text: "northwindtest.onmicrosoft.com",
          isDate: false,
        },
        { key: "agreementFirstName", title: "First name", text: "Ann", isDate: false },
      ]),
    );
    expect(validateCart(review.cart)).toEqual([]);

    const prepared = await asOwner(() => prepareCheckout(customerId, cartId));
    expect(prepared.problems).toEqual({});
    expect(prepared.cart.fingerprint).toBe(review.cart.fingerprint);
    expect(prepared.cart.totals).toEqual(review.cart.totals);
    const order = await portal.ion.carts.checkout(customerId, cartId, { items: prepared.provisionData });
    expect(order).toMatchObject({
      cartId,
      items: [{ quantity: 25, productId: PLANS.businessBasic.productId }],
    });
    const names = order.items[0]?.attributes.map(({ name }) => name) ?? [];
    const [sent] = prepared.provisionData;
    expect(sent?.attributes.map(({ name }) => name)).toEqual(expect.arrayContaining(["domainName"]));
    expect(names.every((name) => !name.startsWith("$"))).toBe(true);
  });

  test("while that order is making the tenant, a second new tenant is refused", async () => {
    const { customerId, ...first } = await newTenantCart();
    await asOwner(() => saveProvisioningDraft({ customerId, ...first, values: answers }));
    const { provisionData } = await asOwner(() => prepareCheckout(customerId, first.cartId));
    const order = await portal.ion.carts.checkout(customerId, first.cartId, { items: provisionData });
    const second = await asOwner(() => addToCart({ customerId, ...PLANS.officeE1, quantity: 1 }));
    const { cart } = await asOwner(() => prepareCheckout(customerId, second.cartId));
    expect(cart.items[0]?.blockedReason).toContain(order.id);
  });

  test("once it is done, the next line goes into that tenant with nothing to confirm", async () => {
    const { customerId, ...first } = await newTenantCart();
    await asOwner(() =>
      saveProvisioningDraft({ customerId, ...first, values: { ...answers, domainName: "doneco" } }),
    );
    const { provisionData } = await asOwner(() => prepareCheckout(customerId, first.cartId));
    await portal.ion.carts.checkout(customerId, first.cartId, { items: provisionData });
    await portal.emulator.control("POST", "/clock", { advanceSeconds: 600 });
    const second = await asOwner(() => addToCart({ customerId, ...PLANS.officeE1, quantity: 1 }));
    const prepared = await asOwner(() => prepareCheckout(customerId, second.cartId));
    expect(prepared.cart.items[0]).toMatchObject({
      blockedReason: null,
      provisioning: { tenant: "existing", confirmation: "not-needed", reason: "microsoft-existing-tenant" },
    });
    expect(prepared.provisionData[0]?.attributes).toContainEqual({
      name: "operations",
      value: "addSubscription",
    });
  });

  test("missing and wrong answers are named by line and field, and nothing is ready to send", async () => {
    const input = await newTenantCart();
    const wrong = { domainName: "contoso.onmicrosoft.com", agreementEmail: "not an address" };
    await asOwner(() => saveProvisioningDraft({ ...input, values: wrong }));
    const { problems, provisionData } = await asOwner(() => prepareCheckout(input.customerId, input.cartId));
    expect(Object.keys(problems).sort()).toEqual([
      `items.${input.cartItemId}.$newTenantConfirmed`,
      `items.${input.cartItemId}.agreementEmail`,
      `items.${input.cartItemId}.domainName`,
    ]);
    expect(provisionData).toEqual([{ cartItemId: input.cartItemId, attributes: [] }]);
  });

  test("two Microsoft lines share one tenant: answers are taken over, another domain is refused", async () => {
    const { customerId, cartId, cartItemId } = await newTenantCart();
    const second = await asOwner(() => addToCart({ customerId, cartId, ...PLANS.officeE1, quantity: 1 }));
    await asOwner(() => saveProvisioningDraft({ customerId, cartId, cartItemId, values: answers }));
    const item = { customerId, cartId, cartItemId: second.cartItemId };
    expect((await asOwner(() => getProvisioningForm(item))).answers.domainName).toBe("northwindtest");

    await asOwner(() => saveProvisioningDraft({ ...item, values: { ...answers, domainName: "another" } }));
    const { problems } = await asOwner(() => prepareCheckout(customerId, cartId));
    expect(problems).toEqual({ [`items.${second.cartItemId}.domainName`]: [expect.stringContaining("two")] });
  });
});

describe("drafts", () => {
  test("survive for another person of the account, keep half-finished answers, and never a password", async () => {
    const input = await newTenantCart();
    const values = {
      domainName: "x".repeat(10_000),
      adminPassword: "hunter2",
      agreementFirstName: "<script>",
    };
    await asOwner(() => saveProvisioningDraft({ ...input, values }));
    const colleague: Actor = await portal.person("sales", [input.customerId]);
    const { answers: kept } = await as(colleague, () => getProvisioningForm(input));
    expect(kept.domainName).toHaveLength(10_000);
    expect(kept.agreementFirstName).toBe("<script>");
    expect(JSON.stringify(kept)).not.toContain("hunter2");
    const cart = await asOwner(() => getCart(input.customerId, input.cartId));
    expect(cart.items[0]?.provisioning.missing).toContain("New tenant's domain");
  });

  test("what somebody emptied stays empty instead of being prefilled again", async () => {
    const input = await newTenantCart();
    await asOwner(() => saveProvisioningDraft({ ...input, values: { agreementFirstName: "" } }));
    const { answers: kept } = await asOwner(() => getProvisioningForm(input));
    expect(kept).toMatchObject({ agreementFirstName: "", agreementLastName: "Lee" });
  });

  test("are saved while Ion is down", async () => {
    const input = await newTenantCart();
    await portal.fault({ path: "*", kind: "status", status: 503 });
    const { savedAt } = await asOwner(() => saveProvisioningDraft({ ...input, values: answers }));
    expect(Date.parse(savedAt)).not.toBeNaN();
  });

  test("follow a line that was removed and brought back", async () => {
    const input = await newTenantCart();
    await asOwner(() => saveProvisioningDraft({ ...input, values: answers }));
    await asOwner(() => removeItem(input));
    const { result } = await asOwner(() =>
      restoreItem({ ...input, ...PLANS.businessBasic, quantity: 25, addOn: null }),
    );
    const { answers: kept, isConfirmed } = await asOwner(() =>
      getProvisioningForm({ ...input, cartItemId: result.cartItemId }),
    );
    expect(kept.domainName).toBe("northwindtest");
    expect(isConfirmed).toBe(true);
  });

  test("an answer changed after the review changes the fingerprint", async () => {
    const input = await newTenantCart();
    await asOwner(() => saveProvisioningDraft({ ...input, values: answers }));
    const seen = await asOwner(() => getCartReview(input.customerId, input.cartId));
    await asOwner(() => saveProvisioningDraft({ ...input, values: { ...answers, domainName: "changed" } }));
    const now = await asOwner(() => prepareCheckout(input.customerId, input.cartId));
    expect(now.cart.fingerprint).not.toBe(seen.cart.fingerprint);
  });
});

describe("preparing the checkout", () => {
  const customerId = SEEDED.withTenant;

  test("a line with nothing to ask is sent with no attributes; one for an existing tenant with its operation", async () => {
    const { cartId } = await asOwner(() => addToCart({ customerId, ...PLANS.dropbox, quantity: 2 }));
    await asOwner(() => addToCart({ customerId, cartId, ...PLANS.businessBasic, quantity: 2 }));
    const { provisionData, problems, cart } = await asOwner(() => prepareCheckout(customerId, cartId));
    expect(problems).toEqual({});
    expect(cart.items.map((item) => item.provisioning.state)).toEqual(["none", "complete"]);
    expect(provisionData.map(({ attributes }) => attributes)).toEqual([
      [],
      [{ name: "operations", value: "addSubscription" }],
    ]);
    const order = await portal.ion.carts.checkout(customerId, cartId, { items: provisionData });
    expect(order.items).toHaveLength(2);
  });

  test("totals are kept apart by currency and period, one-time prices from the catalog", async () => {
    const { cartId } = await asOwner(() => addToCart({ customerId, ...PLANS.businessBasic, quantity: 10 }));
    const add = (plan: (typeof PLANS)[keyof typeof PLANS], quantity: number) =>
      asOwner(() => addToCart({ customerId, cartId, ...plan, quantity }));
    await add(PLANS.officeE1, 10);
    await add(PLANS.businessStandardYearly, 2);
    await add(PLANS.serverCal, 5);
    await add(PLANS.usage, 1);
    const { cart } = await asOwner(() => prepareCheckout(customerId, cartId));
    expect(cart.totals.map(({ amount, currency, period }) => `${amount} ${currency} ${period}`)).toEqual([
      "105.6 EUR monthly",
      "72 USD monthly",
      "300 USD annual",
      "260 USD one-time",
    ]);
    expect(cart.unpricedItems).toBe(0);
    expect(cart.items.at(-1)).toMatchObject({ usageBased: true, unitPrice: null, lineTotal: null });
  });

  test("a saved cart is not prepared", async () => {
    const { cartId } = await asOwner(() => addToCart({ customerId, ...PLANS.dropbox, quantity: 2 }));
    await asOwner(() => saveForLater({ customerId, cartId }));
    const error = await asOwner(() => prepareCheckout(customerId, cartId)).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "CART_SAVED" });
    expect(error).toBeInstanceOf(AppError);
  });

  test("unread cloud profiles block a Microsoft line: no tenant is guessed", async () => {
    const { cartId } = await asOwner(() => addToCart({ customerId, ...PLANS.businessBasic, quantity: 2 }));
    await portal.fault({ path: "*/cloudProfiles", kind: "status", status: 500 });
    const { cart } = await asOwner(() => prepareCheckout(customerId, cartId));
    expect(cart.items[0]).toMatchObject({
      blockedReason: expect.stringContaining("Microsoft tenant"),
      provisioning: { tenant: "unknown" },
    });
  });

  test("Ion's refusal lands on the line and the field it names, in the reader's words", async () => {
    const customer = await portal.customer();
    const { cartId, cartItemId } = await asOwner(() =>
      addToCart({ customerId: customer, ...PLANS.ibm, quantity: 2 }),
    );
    const { provisionData } = await asOwner(() => prepareCheckout(customer, cartId));
    const bare = provisionData.map((entry) => ({ ...entry, attributes: [] }));
    const refused = await portal.ion.carts
      .checkout(customer, cartId, { items: bare })
      .catch((error) => error);
    expect(refused.kind).toBe("validation");
    const fieldErrors = await asOwner(() => checkoutFieldErrors(customer, cartId, refused.info.errors));
    expect(fieldErrors).toEqual({ [`items.${cartItemId}.customerEmail`]: ["Ion needs an answer here."] });
  });
});
