import { describe, expect, test } from "vitest";
import { checkQuantity } from "./quantity";

const limits = { minQuantity: 5, maxQuantity: 300 };

describe("a quantity", () => {
  test.each([5, 6, 299, 300])("%d is within the plan's limits", (quantity) => {
    expect(checkQuantity(quantity, limits)).toBeNull();
  });

  test.each([0, -1, 4])("%d is below the plan's minimum", (quantity) => {
    expect(checkQuantity(quantity, limits)).toEqual({ code: "tooFew", min: 5 });
  });

  test.each([301, 1e9])("%d is above the plan's maximum", (quantity) => {
    expect(checkQuantity(quantity, limits)).toEqual({ code: "tooMany", max: 300 });
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is no whole number", (quantity) => {
    expect(checkQuantity(quantity, limits)).toEqual({ code: "notWhole" });
  });

  test("without limits of the plan, one is the least and Ion's int32 the most", () => {
    const none = { minQuantity: 0, maxQuantity: null };
    expect(checkQuantity(0, none)).toEqual({ code: "tooFew", min: 1 });
    expect(checkQuantity(2_147_483_647, none)).toBeNull();
    expect(checkQuantity(2_147_483_648, none)).toEqual({ code: "tooMany", max: 2_147_483_647 });
  });
});
