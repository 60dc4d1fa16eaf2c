import { describe, expect, it } from "vitest";
import { chooseTemplate } from "./choose-template";
import { texts } from "./fixtures/messages";

const choose = (
  vendor: string,
  provider: string,
  tenantState: "existing" | "new" | "none" | "unknown" = "none",
) => chooseTemplate({ vendor, provider, tenantState, intent: "create" });

describe("chooseTemplate", () => {
  it.each([
    ["MICROSOFT", "AZURE"],
    ["Microsoft", ""],
    ["", "nce"],
    ["Microsoft CSP", "Microsoft_CSP"],
  ])(
    "adds to the tenant a customer of %s %s has, and makes one only where there is none",
    (vendor, provider) => {
      const query = { vendor: "MICROSOFT", action: "CREATE" };
      expect(choose(vendor, provider, "existing")).toEqual({
        templateId: "provisiontemplate38",
        query,
        reason: "microsoft-existing-tenant",
      });
      expect(choose(vendor, provider, "new")).toEqual({
        templateId: "provisiontemplate30",
        query,
        reason: "microsoft-new-tenant",
      });
    },
  );

  it.each(["unknown", "none"] as const)("guesses no Microsoft template when the tenant is %s", (state) => {
    expect(choose("Microsoft", "AZURE", state)).toEqual({
      templateId: null,
      query: null,
      reason: "microsoft-tenant-unknown",
    });
  });

  it.each([
    ["Google", "gws", "provisiontemplate01", "GOOGLE", "google-workspace"],
    ["GOOGLE", "", "provisiontemplate01", "GOOGLE", "google-workspace"],
    ["", "GCP", "provisiontemplate02", "GOOGLE", "google-cloud"],
    ["Google", "Google Cloud Platform", "provisiontemplate02", "GOOGLE", "google-cloud"],
    ["IBM", "IBM", "provisiontemplate10", "IBM", "ibm"],
    ["Sophos", "sopho", "provisiontemplate40", "SOPHOS", "sophos"],
    ["McAfee", "", "provisiontemplate60", null, "mcafee"],
    ["ITG", "", "provisiontemplate62", null, "itg"],
  ])("chooses for %s %s", (vendor, provider, templateId, queryVendor, reason) => {
    const query = queryVendor === null ? null : { vendor: queryVendor, action: "CREATE" };
    expect(choose(vendor, provider)).toEqual({ templateId, query, reason });
  });

  it.each(["Acronis", "AWS", "", "constructor"])("has no questions for %s", (vendor) => {
    expect(choose(vendor, "UNSPECIFIED")).toEqual({
      templateId: null,
      query: null,
      reason: "vendor-without-template",
    });
  });

  it("can say every reason in both languages", () => {
    const reasons = [
      choose("Microsoft", "", "existing"),
      choose("Microsoft", "", "new"),
      choose("Microsoft", "", "unknown"),
      ...["Google", "gcp", "IBM", "Sophos", "McAfee", "ITG", "Acronis"].map((vendor) => choose(vendor, "")),
    ].map(({ reason }) => reason);
    expect(new Set(reasons).size).toBe(10);
    for (const reason of reasons) {
      expect(texts("en")(`decision.${reason}`)).toBeDefined();
      expect(texts("fr")(`decision.${reason}`)).toBeDefined();
    }
  });
});
