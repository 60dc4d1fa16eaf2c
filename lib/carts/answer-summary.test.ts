import { describe, expect, test } from "vitest";
import type { AttributeProperty } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import { answerSummary, secretQuestions, withoutSecrets } from "./answer-summary";

const form = (properties: Record<string, AttributeProperty>, required: string[] = []): ProvisioningForm => ({
  templateId: null,
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:test",
    type: "object",
    additionalProperties: false,
    required,
    properties,
  },
  uiSchema: {
    "ui:order": Object.keys(properties),
    "ui:options": { groups: [{ id: "all", keys: Object.keys(properties).reverse() }] },
  },
  initialValues: {},
  prefillSources: {},
  warnings: [],
  requiredUnknown: false,
  questionCount: Object.keys(properties).length,
  hash: "h",
});
const words = { yes: "Yes", no: "No" };

describe("the answers as they are read back before the order", () => {
  test("stand in the order of the form, by title, without what was not asked or not answered", () => {
    const asked = form({
      domainName: { type: "string", title: "Domain" },
      operations: { type: "string", const: "addSubscription" },
      region: { type: "string", title: "Region" },
    });
    const summary = answerSummary(
      asked,
      { domainName: "contoso", operations: "addSubscription", region: "  ", other: "x" },
      words,
    );
    expect(summary).toEqual([{ key: "domainName", title: "Domain", text: "contoso", isDate: false }]);
  });

  test("what the form writes behind a field is part of the answer", () => {
    const asked = form({ domainName: { type: "string", title: "Domain" } });
    asked.uiSchema.domainName = {
      "ui:widget": "text",
      "ui:options": { suffix: ".onmicrosoft.com" },
    };
    const [summary] = answerSummary(asked, { domainName: "contoso" }, words);
    expect(summary?.text).toBe("contoso.onmicrosoft.com");
  });

  test("choices and yes or no are in words, lists are joined, dates are marked", () => {
    const asked = form({
      plan: { type: "string", oneOf: [{ const: "b", title: "Basic" }] },
      backup: { type: "boolean", title: "Backup" },
      regions: {
        type: "array",
        items: { type: "string", oneOf: [{ const: "eu", title: "Europe" }] },
      },
      day: { type: "string", format: "date" },
    });
    const summary = answerSummary(
      asked,
      { plan: "b", backup: false, regions: ["eu", "us"], day: "2026-11-21" },
      words,
    );
    expect(Object.fromEntries(summary.map(({ key, text, isDate }) => [key, [text, isDate]]))).toEqual({
      plan: ["Basic", false],
      backup: ["No", false],
      regions: ["Europe, us", false],
      day: ["2026-11-21", true],
    });
  });

  test("a password is never read back, is asked apart, and is not part of the form that is kept", () => {
    const asked = form(
      {
        userName: { type: "string" },
        adminPassword: { type: "string", writeOnly: true, title: "Password" },
      },
      ["userName", "adminPassword"],
    );
    expect(JSON.stringify(answerSummary(asked, { adminPassword: "hunter2" }, words))).not.toContain(
      "hunter2",
    );
    expect(secretQuestions(asked)).toEqual([{ key: "adminPassword", title: "Password", required: true }]);
    const kept = withoutSecrets(asked);
    expect(Object.keys(kept.schema.properties)).toEqual(["userName"]);
    expect(kept.schema.required).toEqual(["userName"]);
    expect(kept.questionCount).toBe(1);
    expect(JSON.stringify(kept.uiSchema)).not.toContain("adminPassword");
  });
});
