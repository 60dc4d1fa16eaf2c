import { describe, expect, it } from "vitest";
import { compare, type Intent, type Ordered, sentTwice, type Told } from "./compare";
import type { IonOrder } from "./control";

const CUSTOMER = "70001";

const intent = (over: Partial<Intent> & { id: string }): Intent => ({
  customerId: CUSTOMER,
  cartId: "1",
  referenceId: null,
  state: "placed",
  orderId: "900",
  ...over,
});

const order = (over: Partial<IonOrder> = {}): IonOrder => ({
  orderId: "900",
  name: "orders/900",
  referenceId: `customers/${CUSTOMER}/carts/1`,
  cartId: "1",
  status: "COMPLETED",
  createTime: "2030-01-01T00:00:00Z",
  ...over,
});

const told = (last: Told, cartId = "1"): Ordered => ({
  person: "Ann",
  customerId: CUSTOMER,
  cartId,
  told: last,
});

describe("portal and Ion compared", () => {
  it("finds nothing when everything fits", () => {
    const intents = [
      intent({ id: "a" }),
      intent({ id: "b", cartId: "2", state: "rejected", orderId: null }),
      intent({ id: "c", cartId: "3", state: "recalled", orderId: null }),
      intent({ id: "d", cartId: "4", state: "released", orderId: null }),
      intent({ id: "e", cartId: "4", orderId: "904" }),
      intent({ id: "f", cartId: null, referenceId: "ref-1", orderId: "905" }),
    ];
    const orders = [
      order(),
      order({ orderId: "904", cartId: "4", referenceId: `customers/${CUSTOMER}/carts/4` }),
      order({ orderId: "905", cartId: undefined, referenceId: "ref-1" }),
    ];
    const people = [
      told({ as: "placed", orderId: "900" }),
      told({ as: "refused", code: "ION_RATE_LIMITED" }, "2"),
      told({ as: "recalled" }, "3"),
      told({ as: "placed", orderId: "904" }, "4"),
    ];
    expect(compare(intents, orders, people)).toEqual({ duplicates: [], lost: [], unknown: [], untrue: [] });
  });

  it("counts every order beyond the first of a cart or a reference", () => {
    const orders = [
      order(),
      order({ orderId: "901" }),
      order({ orderId: "902" }),
      order({ orderId: "903", cartId: undefined, referenceId: "r" }),
      order({ orderId: "904", cartId: undefined, referenceId: "r" }),
    ];
    const { duplicates } = compare([intent({ id: "a" })], orders, []);
    expect(duplicates).toHaveLength(3);
    expect(duplicates[0]).toContain("cart 1 has 3 orders");
  });

  it("calls an intent lost whose order Ion does not have, or has for another cart", () => {
    expect(compare([intent({ id: "a" })], [], []).lost).toEqual([expect.stringContaining("intent a")]);
    expect(compare([intent({ id: "a", orderId: null })], [], []).lost).toHaveLength(1);
    const foreign = order({ cartId: "2", referenceId: `customers/${CUSTOMER}/carts/2` });
    expect(compare([intent({ id: "a" })], [foreign], []).lost).toHaveLength(1);
  });

  it("calls an order lost that no intent knows, also when its intent was given up", () => {
    expect(compare([], [order()], []).lost).toEqual([expect.stringContaining("order 900")]);
    for (const state of ["rejected", "released", "recalled"]) {
      expect(compare([intent({ id: "a", state, orderId: null })], [order()], []).lost).toHaveLength(1);
    }
  });

  it("does not call an order lost that is still looked for, but the intent unknown", () => {
    for (const state of ["held", "pending", "sending", "unknown", "anything new"]) {
      const found = compare([intent({ id: "a", state, orderId: null })], [order()], []);
      expect(found.lost).toEqual([]);
      expect(found.unknown).toEqual([`intent a is ${state}`]);
    }
  });

  it("finds everybody who was told something else than what is the case", () => {
    const untrue = (last: Told, intents: Intent[], orders: IonOrder[]) =>
      compare(intents, orders, [told(last)]).untrue.length;
    const placed = [intent({ id: "a" })];
    const open = [intent({ id: "a", state: "unknown", orderId: null })];
    expect(untrue({ as: "placed", orderId: "900" }, placed, [])).toBe(1);
    expect(untrue({ as: "placed", orderId: "999" }, placed, [order()])).toBe(1);
    expect(untrue({ as: "refused", code: "X" }, placed, [order()])).toBe(1);
    expect(untrue({ as: "recalled" }, placed, [order()])).toBe(1);
    expect(untrue({ as: "looking" }, placed, [order()])).toBe(1);
    expect(untrue({ as: "nothing" }, placed, [order()])).toBe(1);
    expect(untrue({ as: "looking" }, open, [])).toBe(0);
    expect(untrue({ as: "refused", code: "X" }, [], [])).toBe(0);
  });

  it("finds a cart that was sent more often than the portal has intents for", () => {
    const once = [{ cartId: "1", attempts: 1 }];
    expect(sentTwice([{ cartId: "1" }], once)).toEqual([]);
    expect(sentTwice([{ cartId: "1" }, { cartId: "1" }], once)).toHaveLength(1);
    expect(sentTwice([{ cartId: "1" }], [{ cartId: "1", attempts: 0 }])).toHaveLength(1);
    expect(sentTwice([{ cartId: "2" }], once)).toHaveLength(1);
    const again = [...once, { cartId: "1", attempts: 3 }];
    expect(sentTwice([{ cartId: "1" }, { cartId: "1" }], again)).toEqual([]);
  });
});
