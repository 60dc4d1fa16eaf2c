import { describe, expect, it } from "vitest";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { pickTemplate } from "./pick-template";

const [t30, t38, t01] = ["30", "38", "01"].map((digits) => templateById(templateSpec(digits)));
const both = [t30, t38].filter((it) => it !== undefined);
const only = (template: typeof t30) => (template === undefined ? [] : [template]);

describe("pickTemplate", () => {
  it("takes the wanted one in any spelling", () => {
    expect(pickTemplate(both, "provisioningTemplate38", "existing").template).toBe(t38);
  });

  it("takes the only one", () => {
    expect(pickTemplate(only(t01), null, "none")).toEqual({ template: t01, warnings: [] });
  });

  it("settles Microsoft's list by the tenant", () => {
    expect(pickTemplate(both, undefined, "existing").template).toBe(t38);
    expect(pickTemplate(both, undefined, "new").template).toBe(t30);
  });

  it.each(["none", "unknown"] as const)("settles nothing by chance when the tenant is %s", (state) => {
    expect(pickTemplate(both, undefined, state)).toEqual({
      template: null,
      warnings: [{ code: "template-ambiguous" }],
    });
  });

  it("never makes a second tenant, even when only that template came", () => {
    const warnings = [{ code: "tenant-mismatch", subject: "provisiontemplate30" }];
    expect(pickTemplate(only(t30), null, "existing")).toEqual({ template: null, warnings });
    expect(pickTemplate(both, "provisiontemplate30", "existing")).toEqual({ template: null, warnings });
  });

  it("never adds to a tenant that does not exist", () => {
    expect(pickTemplate(both, "provisiontemplate38", "new").template).toBeNull();
  });

  it("trusts an answer without an id to the question it was asked", () => {
    const { id: _id, ...nameless } = templateById(templateSpec("01"));
    expect(pickTemplate([nameless], "provisiontemplate01", "none").template).toEqual({
      ...nameless,
      id: "provisiontemplate01",
    });
  });

  it("reports what is missing", () => {
    expect(pickTemplate([], null, "none").warnings).toEqual([{ code: "no-template" }]);
    expect(pickTemplate(both, "provisiontemplate10", "none").warnings).toEqual([
      { code: "template-missing", subject: "provisiontemplate10" },
    ]);
  });
});
