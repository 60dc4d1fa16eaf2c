import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { envelopedTemplate, rawTemplate } from "./fixtures/arbitrary-template";
import { judge, metaSchemaErrors } from "./fixtures/meta-schema";
import { templateById, templateInList } from "./fixtures/raw-template";
import { TEMPLATES, templateSpec } from "./fixtures/templates";
import { toAttributeSchema } from "./to-attribute-schema";
import { wireName } from "./to-attributes";
import { unwrapTemplates } from "./unwrap-template";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const schemaOf = (digits: string) => toAttributeSchema(templateById(templateSpec(digits))).schema;

describe("toAttributeSchema", () => {
  it.each(TEMPLATES.map((spec) => [spec.id, spec] as const))(
    "asks for the names of %s in its order",
    (id, spec) => {
      for (const raw of [templateById(spec), templateInList(spec)]) {
        const { schema, templateId, warnings } = toAttributeSchema(raw);
        expect(templateId).toBe(id);
        expect(Object.keys(schema.properties)).toEqual(spec.names);
        expect(metaSchemaErrors(schema)).toEqual([]);
        expect(warnings).toEqual([]);
      }
    },
  );

  it("is the contract's schema for a new Microsoft tenant", () => {
    expect(schemaOf("30")).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:ion:provision-template:provisiontemplate30:attributes",
      title: "Microsoft create",
      type: "object",
      additionalProperties: false,
      required: [
        "domainName",
        "agreementDateAgreed",
        "agreementUserId",
        "agreementEmail",
        "agreementFirstName",
        "agreementLastName",
        "agreementPhoneNumber",
      ],
      properties: {
        domainName: { type: "string", minLength: 1, maxLength: 256 },
        agreementDateAgreed: { type: "string", format: "date" },
        agreementEmail: { type: "string", format: "email" },
        agreementPhoneNumber: { type: "string", pattern: "^\\+?[0-9][0-9 ().-]{4,23}$" },
        customTermEndDate: { type: "string", format: "date" },
      },
    });
    expect(schemaOf("30")["x-ion-required-unknown"]).toBeUndefined();
  });

  it.each([
    ["38", "addSubscription"],
    ["33", "updateSubscription"],
    ["34", "changeSubscription"],
  ])("fixes the operation of template %s to %s", (digits, operation) => {
    const schema = schemaOf(digits);
    expect(schema.required).toEqual(["operations"]);
    expect(schema.properties.operations).toMatchObject({ const: operation });
    expect(schema.properties.operations).not.toHaveProperty("enum");
  });

  it("offers the three documented operations where the template does not settle which", () => {
    expect(schemaOf("53").properties.operations?.enum).toEqual([
      "addSubscription",
      "updateSubscription",
      "changeSubscription",
    ]);
  });

  it("says so when nobody knows what is required", () => {
    const schema = schemaOf("01");
    expect(schema["x-ion-required-unknown"]).toBe(true);
    expect(schema.required).toBeUndefined();
  });

  it.each([
    ["billingEmail", { format: "email" }],
    ["startDate", { format: "date" }],
    ["dateOfBirth", { format: "date" }],
    ["agreementDateAgreed", { format: "date", "x-ion-not-future": true }],
    ["contactPhone", { "x-ion-rule": "phone" }],
    ["customerDomain", { "x-ion-rule": "domain" }],
    ["customerTenantId", { format: "uuid" }],
    ["adminPassword", { format: "password", writeOnly: true }],
    ["transferToken", { format: "password", writeOnly: true }],
    ["seatCount", { "x-ion-rule": "digits" }],
    ["statusUpdate", { enum: ["active", "suspended", "deleted"] }],
  ])("concludes the format of %s from its name", (name, expected) => {
    const { schema } = toAttributeSchema(templateById({ ...templateSpec("01"), names: [name] }));
    expect(schema.properties[name]).toMatchObject(expected);
  });

  it("takes billingAccount for a text although it ends in count", () => {
    expect(schemaOf("01").properties.billingAccount).toEqual({
      type: "string",
      minLength: 1,
      maxLength: 256,
    });
  });

  it("does not require what the template no longer offers, and reports the drift", () => {
    const names = templateSpec("30").names.filter((name) => name !== "agreementUserId");
    const { schema, warnings } = toAttributeSchema(templateById({ ...templateSpec("30"), names }));
    expect(schema.required).not.toContain("agreementUserId");
    expect(warnings).toEqual([{ code: "required-not-offered", subject: "agreementUserId" }]);
  });

  it("falls back on the documented names when a known template can't be read", () => {
    const { schema, warnings } = toAttributeSchema({
      id: "provisiontemplate30",
      properties: {},
      defs: "broken",
    });
    expect(Object.keys(schema.properties)).toContain("agreementPhoneNumber");
    expect(warnings).toContainEqual({ code: "no-attribute-names" });
  });

  it("finds names written inline as well as behind references", () => {
    const name = { enum: ["one", "two"] };
    const { schema } = toAttributeSchema({
      id: "provisiontemplate77",
      properties: {
        orderItems: {
          type: "array",
          items: { properties: { attributes: { items: { properties: { name } } } } },
        },
      },
    });
    expect(Object.keys(schema.properties)).toEqual(["one", "two"]);
  });

  it("turns any template in any envelope into a valid schema with one property per usable name", () => {
    fc.assert(
      fc.property(envelopedTemplate, (body) => {
        const [template] = unwrapTemplates(body);
        if (template === undefined) return;
        const { schema } = toAttributeSchema(template);
        expect(metaSchemaErrors(schema)).toEqual([]);
        expect(() => judge(schema, {})).not.toThrow();
        const names = Object.entries(schema.properties).map(([key, property]) => wireName(key, property));
        expect(new Set(names).size).toBe(names.length);
        expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every usable name of any template, in order, and none besides", () => {
    fc.assert(
      fc.property(rawTemplate, (template) => {
        const raw = JSON.parse(JSON.stringify(template));
        const definitions = raw.defs ?? raw.$defs ?? raw.definitions;
        const offered: unknown[] = definitions.attributes.properties.name.enum;
        const usable = offered.filter(
          (name): name is string => typeof name === "string" && name.trim() !== "" && name.isWellFormed(),
        );
        fc.pre(usable.length > 0);
        const { schema } = toAttributeSchema(template);
        const names = Object.entries(schema.properties).map(([key, property]) => wireName(key, property));
        expect(names).toEqual([...new Set(usable)]);
      }),
    );
  });
});
