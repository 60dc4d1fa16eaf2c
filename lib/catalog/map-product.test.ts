import { describe, expect, it } from "vitest";
import { toProduct } from "./map-product";
import { ionProduct, PROVIDERS, wireProduct } from "./testing/ion-product";

const context = {
  providerNames: PROVIDERS,
  categoryNames: new Map([["productivity", "Productivity"]]),
  withCost: false,
};

describe("a product", () => {
  it("has readable words and names instead of ids", () => {
    expect(toProduct(ionProduct(), context)).toMatchObject({
      id: "OFFICE365NCE--smpnce",
      name: "Office 365",
      vendor: "Microsoft",
      providerId: "30",
      categories: [{ id: "productivity", name: "Productivity" }],
      description: "One.\n\nTwo.",
      skus: [{ description: "Mail and files", segments: ["Commercial"], availableAddOnIds: ["audio"] }],
    });
  });

  it("lets nothing of the deployment, nor Ion's raw object, through", () => {
    const text = JSON.stringify(toProduct(ionProduct(), context));
    expect(text).not.toMatch(/s3cret|deployment|credentials|"raw"|previewAuthToken/i);
  });

  it("takes the vendor from a tag or custom field before the provider's name", () => {
    const tagged = ionProduct({ tagsValues: [{ tagDisplayName: "Vendor", displayName: "Contoso" }] });
    expect(toProduct(tagged, context).vendor).toBe("Contoso");
    const field = ionProduct({}, { customFields: [{ name: "vendor", content: "Fabrikam", type: "STRING" }] });
    expect(toProduct(field, context).vendor).toBe("Fabrikam");
  });

  it("has no vendor rather than a guessed one", () => {
    expect(toProduct(ionProduct(), { ...context, providerNames: new Map() }).vendor).toBeNull();
  });

  it("stands with nothing but a name", () => {
    const bare = toProduct(ionProduct({ marketing: null, definition: null, categories: undefined }), context);
    expect(bare).toMatchObject({
      name: "OFFICE365NCE--smpnce",
      skus: [],
      addOns: [],
      links: [],
      vendor: null,
    });
  });

  it("shows script of a vendor as words, never as markup", () => {
    const hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>Fine";
    const product = toProduct(
      ionProduct({
        marketing: {
          displayName: "X",
          description: hostile,
          faqs: [{ question: hostile, answer: hostile }],
          moreInfoUrl: "javascript:alert(1)",
          referenceLinks: ["https://ok.example/"],
        },
      }),
      context,
    );
    expect(product.description).toBe("Fine");
    expect(product.faqs).toEqual([{ question: "Fine", answer: "Fine" }]);
    expect(product.links).toEqual(["https://ok.example/"]);
  });

  it("reads the plural spelling of the product type as well", () => {
    expect(ionProduct({ ...wireProduct(), type: "SUBSCRIPTION_PRODUCTS" }).type).toBe("SUBSCRIPTION_PRODUCT");
  });
});
