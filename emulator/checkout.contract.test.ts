import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cartBody } from "./testing/answers/carts";
import { standardErrorBody, validationBody } from "./testing/answers/errors";
import { checkoutBody, orderBody } from "./testing/answers/orders";
import { getOrder, newCustomer, newTenant, subscriptionsOf } from "./testing/orders";
import { A, type Reply, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
let customerId: string;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());
beforeEach(async () => {
  customerId = await newCustomer(ion);
});

const MICROSOFT = "products/Microsoft365EandFNCE-demonce/skus/USCFQ7TTC0LDPB0001/plans/Monthly-n18";
const EURO = "products/OFFICE365NCE--smpnce/skus/Office-365-E1-n1/plans/Monthly-n23";
const BY_HAND =
  "products/ScaleSAFeforAzureDev/skus/Scale---SAFe-for-Azure-DevOps-Az/plans/Scale---SAFe-for-Azure-DevOps-n0";
const AWS = "products/AWSAccount-smp/skus/AWS-Account/plans/Based-on-Usage-aws";

type Attributes = { name: string; value: string }[];

/** A cart with one item a plan; answers its path and the items' ids. */
async function fill(...planNames: string[]): Promise<{ path: string; items: number[] }> {
  const cart = await ion.call("POST", `/api/v3/customers/${customerId}/carts`, { status: "OPEN" });
  const path = `/api/v3/${cartBody.parse(cart.body).name}`;
  const items: number[] = [];
  for (const planName of planNames) {
    const reply = await ion.call("POST", `${path}/cartItems`, { planName, quantity: 3 });
    items.push(Number((reply.body as { name: string }).name.split("/").at(-1)));
  }
  return { path, items };
}

function checkout(
  path: string,
  entries: [cartItemId: number | undefined, attributes?: Attributes][],
): Promise<Reply> {
  const provisionData = entries.map(([cartItemId, attributes]) => ({ cartItemId, attributes }));
  return ion.call("POST", `${path}:checkout`, { provisionData });
}

function problems(reply: Reply): string[] {
  expect(reply.status).toBe(400);
  const [{ errors }] = validationBody.parse(reply.body).details;
  return errors.map((error) => `${error.code}|${/'([^']+)'/.exec(error.detail)?.[1]}`);
}

describe("checkout", () => {
  test("turns the cart into an order with integer ids and amounts, and the order tells them exactly", async () => {
    const { path, items } = await fill(MICROSOFT);
    const reply = await checkout(path, [[items[0], newTenant(`acme${customerId}`)]]);
    expect(reply.status).toBe(200);
    const answer = checkoutBody.parse(reply.body);
    const cartId = path.split("/").at(-1);
    expect(answer).toMatchObject({
      status: "ON_HOLD",
      referenceId: `customers/${customerId}/carts/${cartId}`,
      cartId: Number(cartId),
      total: 45,
    });
    expect(answer.orderItems[0]).toMatchObject({ cartItemId: items[0], price: 15, cost: 13, subTotal: 45 });
    const order = orderBody.parse((await ion.get(`/api/v3/${answer.name}`)).body);
    expect(order).toMatchObject({
      cartId,
      referenceId: answer.referenceId,
      displayName: answer.displayName,
      total: 45,
    });
    expect(order.orderItems[0]).toMatchObject({ cost: 12.75, cartItemId: String(items[0]) });
  });

  test("closes the cart: nothing in it can be changed or bought again", async () => {
    const { path, items } = await fill(MICROSOFT);
    const data: [number | undefined, Attributes][] = [[items[0], newTenant(`closed${customerId}`)]];
    expect((await checkout(path, data)).status).toBe(200);
    expect((await ion.get(path)).body).toMatchObject({ status: "CHECKED_OUT" });
    expect((await ion.get(`${path}/cartItems/${items[0]}`)).body).toMatchObject({
      checkedOut: "SUCCESS",
      status: "ACTIVE",
    });
    const refused = [
      await checkout(path, data),
      await ion.call("POST", `${path}/cartItems`, { planName: MICROSOFT, quantity: 1 }),
      await ion.call("PUT", `${path}/cartItems/${items[0]}`, { quantity: 2 }),
      await ion.call("DELETE", `${path}/cartItems/${items[0]}`),
      await ion.call("PUT", path, { cartDisplayName: "again" }),
      await ion.call("DELETE", path),
    ];
    for (const reply of refused) {
      expect(reply.status).toBe(412);
      expect(standardErrorBody.parse(reply.body)).toMatchObject({
        error: "FAILED_PRECONDITION",
        message: "cart cannot be changed in status CHECKED_OUT",
      });
    }
    const orders = (await ion.get(`${A}/customers/${customerId}/orders?pageSize=10`)).body as {
      totalCount: number;
    };
    expect(orders.totalCount).toBe(1);
  });

  test("of two checkouts at the same moment one wins", async () => {
    const { path, items } = await fill(MICROSOFT);
    const data: [number | undefined, Attributes][] = [[items[0], newTenant(`race${customerId}`)]];
    const replies = await Promise.all([checkout(path, data), checkout(path, data)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412]);
  });

  test("an empty cart is refused", async () => {
    const { path } = await fill();
    expect((await checkout(path, [])).status).toBe(412);
  });

  test("one order for several items; in two currencies it has no total", async () => {
    const { path, items } = await fill(MICROSOFT, EURO);
    const answer = checkoutBody.parse(
      (
        await checkout(
          path,
          items.map((item) => [item, newTenant(`two${customerId}`)]),
        )
      ).body,
    );
    expect(answer.orderItems.map((item) => item.currencyCode)).toEqual(["USD", "EUR"]);
    expect(answer).not.toHaveProperty("total");
    expect(answer).not.toHaveProperty("currencyCode");
    await ion.later(6);
    const subscriptions = await subscriptionsOf(ion, customerId);
    expect(subscriptions).toHaveLength(2);
    expect((await getOrder(ion, customerId, answer.name.split("/").at(-1) ?? "")).status).toBe("COMPLETED");
  });
});

describe("provisionData", () => {
  test("without a tenant the domain name is missing first", async () => {
    const { path, items } = await fill(MICROSOFT);
    expect(problems(await checkout(path, []))).toEqual(["COMM-VL-004|domainName"]);
    expect(
      problems(await checkout(path, [[items[0], [{ name: "operations", value: "addSubscription" }]]])),
    ).toEqual(["COMM-VL-004|domainName"]);
  });

  test("then every agreement attribute that is missing is named", async () => {
    const { path, items } = await fill(MICROSOFT);
    const reply = await checkout(path, [[items[0], [{ name: "domainName", value: "acme" }]]]);
    expect(problems(reply)).toEqual(
      ["DateAgreed", "UserId", "Email", "FirstName", "LastName", "PhoneNumber"].map(
        (name) => `COMM-VL-001 |agreement${name}`,
      ),
    );
  });

  test.each([
    ["domainName", "acme.onmicrosoft.com"],
    ["agreementEmail", "nobody"],
    ["agreementDateAgreed", "1 March 2026"],
  ])("a %s like '%s' is COMM-VL-002", async (name, value) => {
    const { path, items } = await fill(MICROSOFT);
    const attributes = newTenant("acme").map((one) => (one.name === name ? { name, value } : one));
    expect(problems(await checkout(path, [[items[0], attributes]]))).toEqual([`COMM-VL-002|${name}`]);
  });

  test("a refused checkout leaves the cart as it was", async () => {
    const { path } = await fill(MICROSOFT);
    await checkout(path, []);
    expect((await ion.get(path)).body).toMatchObject({ status: "OPEN", totalItems: 1 });
    expect((await subscriptionsOf(ion, customerId)).length).toBe(0);
  });

  test("a product without a template needs none, one with a form needs what the form requires", async () => {
    const byHand = await fill(BY_HAND);
    expect((await checkout(byHand.path, [])).status).toBe(200);
    const aws = await fill(AWS);
    expect(problems(await checkout(aws.path, []))).toEqual([
      "COMM-VL-001 |accountEmail",
      "COMM-VL-001 |accountName",
    ]);
  });

  test("entries need a cartItemId that is in the cart, once", async () => {
    const { path, items } = await fill(MICROSOFT);
    expect((await checkout(path, [[undefined]])).status).toBe(400);
    expect((await checkout(path, [[1, newTenant("acme")]])).status).toBe(400);
    expect((await checkout(path, [[items[0]], [items[0]]])).status).toBe(400);
  });
});

describe("forced outcomes", () => {
  test("partial: the last item fails, the others are ordered", async () => {
    const { path, items } = await fill(MICROSOFT, BY_HAND);
    await ion.control("POST", "/next-order", { outcome: "partial" });
    const answer = checkoutBody.parse(
      (await checkout(path, [[items[0], newTenant(`part${customerId}`)]])).body,
    );
    expect(answer.orderItems).toHaveLength(1);
    expect((await ion.get(`${path}/cartItems/${items[0]}`)).body).toMatchObject({ checkedOut: "SUCCESS" });
    expect((await ion.get(`${path}/cartItems/${items[1]}`)).body).toMatchObject({ checkedOut: "FAILED" });
  });

  test("an add-on becomes a subscription of its own under the base", async () => {
    const { path } = await fill();
    const product = (await ion.get(`${A}/products/Microsoft365EandFNCE-demonce`)).body as {
      definition: { addOns: { displayName: string; plans: { id: string }[] }[] };
    };
    const [addOn] = product.definition.addOns;
    const item = await ion.call("POST", `${path}/cartItems`, {
      planName: MICROSOFT,
      quantity: 2,
      addOns: { planId: addOn?.plans[0]?.id, displayName: addOn?.displayName },
    });
    const itemId = Number((item.body as { name: string }).name.split("/").at(-1));
    const answer = checkoutBody.parse(
      (await checkout(path, [[itemId, newTenant(`addon${customerId}`)]])).body,
    );
    expect(answer.total).toBe(2 * 15 + 2 * 36);
    await ion.later(6);
    const [base, added] = await subscriptionsOf(ion, customerId);
    expect(added).toMatchObject({
      parentSubscriptionId: base?.subscriptionId,
      price: 36,
      subscriptionTotalLicenses: "2",
    });
  });
});
