import { describe, expect, test } from "vitest";
import { mayRelease } from "./may-release";

const now = Date.parse("2026-11-21T12:00:00Z");
const cart = { cartId: "7", cartStatus: "OPEN" };
const ago = (seconds: number) => new Date(now - seconds * 1000);

describe("a person may release an unconfirmed order", () => {
  test("after three looks and a minute", () => {
    expect(mayRelease({ ...cart, state: "unknown", sentAt: ago(60), lookups: 3 }, now)).toBe(true);
  });

  test.each([
    ["too early", { state: "unknown", sentAt: ago(59), lookups: 9 }],
    ["too few looks", { state: "unknown", sentAt: ago(600), lookups: 2 }],
    ["still sending", { state: "sending", sentAt: ago(600), lookups: 9 }],
    [
      "the cart is checked out at Ion",
      { state: "unknown", sentAt: ago(600), lookups: 9, cartStatus: "CHECKED_OUT" },
    ],
    ["already placed", { state: "placed", sentAt: ago(600), lookups: 9 }],
  ] as const)("not when %s", (_name, intent) => {
    expect(mayRelease({ ...cart, ...intent }, now)).toBe(false);
  });
});
