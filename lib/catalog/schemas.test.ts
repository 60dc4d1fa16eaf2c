import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogQuerySchema, productParams } from "./inputs";
import { MAX_PAGE_SIZE, PAGE_SIZE } from "./schemas";
import { anyText } from "./testing/any-text";

describe("a product's address", () => {
  it.each([
    ["OFFICE365NCE--smpnce", "OFFICE365NCE--smpnce"],
    ["Scale%20-%20SAFe", "Scale - SAFe"],
    ["A%26B", "A&B"],
  ])("names %s", (productId, expected) => {
    expect(productParams.parse({ productId })).toEqual({ productId: expected });
  });

  it.each(["%", "%00", "a%2Fb", "..%2F..%2Fcustomers", "<script>", "", "x".repeat(300), "%E0%A4%A"])(
    "can't be %j",
    (productId) => {
      expect(productParams.safeParse({ productId }).success).toBe(false);
    },
  );
});

describe("the list's question", () => {
  it("is legal whatever somebody typed into the address", () => {
    const search = fc.dictionary(
      fc.constantFrom("q", "vendor", "billing", "orderable", "sort", "limit", "cursor"),
      anyText,
    );
    fc.assert(fc.property(search, (raw) => catalogQuerySchema.safeParse(raw).success));
  });

  it("keeps sizes within bounds and long words short", () => {
    expect(catalogQuerySchema.parse({ limit: "1000000" }).limit).toBe(PAGE_SIZE);
    expect(catalogQuerySchema.parse({ limit: "-1" }).limit).toBe(PAGE_SIZE);
    expect(catalogQuerySchema.parse({ limit: String(MAX_PAGE_SIZE) }).limit).toBe(MAX_PAGE_SIZE);
    expect(catalogQuerySchema.parse({ q: "x".repeat(10_000) }).q).toHaveLength(200);
  });
});
