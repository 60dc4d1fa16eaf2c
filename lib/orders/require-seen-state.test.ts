import { describe, expect, test } from "vitest";
import { requireSeenState } from "./require-seen-state";

type Checked = Parameters<typeof requireSeenState>[0];

const total = { amount: "412.50", currency: "USD" };
const seen = { seenTotals: [total], seenFingerprint: "f1" };

function prepared(
  change: Partial<Record<"items" | "totals" | "fingerprint", unknown>> = {},
  problems = {},
): Checked {
  const cart = { items: [{ blockedReason: null }], totals: [total], fingerprint: "f1", ...change };
  return { cart, problems } as unknown as Checked;
}

describe("what the person saw is what is sent", () => {
  test("the same cart passes, whatever the zeros", () => {
    expect(() =>
      requireSeenState(prepared({ totals: [{ amount: "412.5", currency: "USD" }] }), seen),
    ).not.toThrow();
  });

  test.each([
    ["CART_EMPTY", prepared({ items: [], totals: [] })],
    ["PRICE_CHANGED", prepared({ totals: [{ amount: "412.51", currency: "USD" }] })],
    ["PRICE_CHANGED", prepared({ totals: [{ amount: "412.50", currency: "EUR" }] })],
    ["PRICE_CHANGED", prepared({ totals: [total, { amount: "1.00", currency: "EUR" }] })],
    ["CART_CHANGED", prepared({ fingerprint: "f2" })],
    ["NOT_ORDERABLE", prepared({ items: [{ blockedReason: "disabled" }] })],
    ["INVALID_INPUT", prepared({}, { "items.7.domainName": ["Fill this in."] })],
  ])("%s stops it", (code, checked) => {
    expect(() => requireSeenState(checked, seen)).toThrow(code);
  });
});
