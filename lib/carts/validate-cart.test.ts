import { expect, test } from "vitest";
import { cart, item, nothingAsked, usd } from "./testing/cart-samples";
import { validateCart } from "./validate-cart";

const line = (id: string, over = {}) => item({ id, unitPrice: usd("1"), ...over });

test("a cart with everything answered may be reviewed", () => {
  expect(validateCart(cart([line("1")]))).toEqual([]);
});

test("an empty cart, and one that rests, may not", () => {
  expect(validateCart(cart([]))).toEqual([{ kind: "empty" }]);
  expect(validateCart({ ...cart([line("1")]), state: "saved" })).toEqual([{ kind: "state", state: "saved" }]);
  expect(validateCart({ ...cart([line("1")]), state: "checked-out" })).toMatchObject([{ kind: "state" }]);
});

test("what is missing is named per line, in the order of the page", () => {
  const missing = { ...nothingAsked, state: "missing" as const, missing: ["Domain"] };
  const problems = validateCart(
    cart([
      line("1", { provisioning: missing }),
      line("2"),
      line("3", { blockedReason: "it is gone" }),
      line("4", { provisioning: { ...missing, missing: [], confirmation: "missing" } }),
    ]),
  );
  expect(problems).toEqual([
    { kind: "unanswered", itemId: "1", count: 1 },
    { kind: "blocked", itemId: "3", reason: "it is gone" },
    { kind: "unanswered", itemId: "4", count: 1 },
  ]);
});
