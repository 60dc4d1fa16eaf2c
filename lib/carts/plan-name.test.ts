import { describe, expect, test } from "vitest";
import { isSamePlan, readPlanName, toPlanName } from "./plan-name";

const ref = { productId: "OFFICE365NCE--smpnce", skuId: "Office-365-E1-n1", planId: "Monthly-n23" };

describe("a cart item's plan name", () => {
  test("what we write reads back as the same plan", () => {
    expect(readPlanName(toPlanName(ref))).toEqual(ref);
    expect(isSamePlan(readPlanName(toPlanName(ref)), ref)).toBe(true);
  });

  test("Ion's other spellings are read as far as they go", () => {
    expect(readPlanName("accounts/10001/products/P/plans/M")).toEqual({
      productId: "P",
      skuId: null,
      planId: "M",
    });
    expect(readPlanName("Monthly-n23")).toEqual({ productId: null, skuId: null, planId: "Monthly-n23" });
    expect(readPlanName(null)).toBeNull();
    expect(readPlanName(" ")).toBeNull();
  });

  test("a bare plan id, or another SKU's plan of the same name, is not taken for the same plan", () => {
    expect(isSamePlan(readPlanName("Monthly-n23"), ref)).toBe(false);
    expect(isSamePlan(readPlanName(toPlanName({ ...ref, skuId: "other" })), ref)).toBe(false);
    expect(isSamePlan(readPlanName(`products/${ref.productId}/plans/${ref.planId}`), ref)).toBe(true);
  });
});
