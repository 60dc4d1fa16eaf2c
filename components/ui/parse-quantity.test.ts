import { describe, expect, it } from "vitest";
import { parseQuantity } from "@/components/ui/parse-quantity";

const limits = { min: 1, max: 300 };

describe("parseQuantity", () => {
  it.each([
    ["1", 1],
    [" 300 ", 300],
    ["1 0", 10],
    ["1\u202f0", 10],
    ["+7", 7],
  ])("reads %j as %d", (text, value) => {
    expect(parseQuantity(text, limits)).toEqual({ ok: true, value });
  });

  it.each(["", "abc", "1.5", "1,5", "1,000", "1e2", "½"])("refuses %j, which is no whole number", (text) => {
    expect(parseQuantity(text, limits)).toEqual({ ok: false, reason: "quantityWhole" });
  });

  it("says which limit a number is beyond", () => {
    expect(parseQuantity("0", limits)).toEqual({ ok: false, reason: "quantityMin" });
    expect(parseQuantity("-1", limits)).toEqual({ ok: false, reason: "quantityMin" });
    expect(parseQuantity("301", limits)).toEqual({ ok: false, reason: "quantityMax" });
  });

  it("refuses a number that JavaScript can't count to, even without a maximum", () => {
    expect(parseQuantity("9".repeat(40), { min: 1 })).toEqual({ ok: false, reason: "quantityMax" });
  });
});
