import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { AttributeProperty, AttributeSchema, AttributeValue, AttributeValues } from "./attribute-schema";
import { attributeName } from "./fixtures/arbitrary-template";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { fromAttributes } from "./from-attributes";
import { storableValues } from "./storable-values";
import { toAttributeSchema } from "./to-attribute-schema";
import { toAttributes } from "./to-attributes";
import { DIALECT } from "./to-payload-schema";
import { validateAttributes } from "./validate-attributes";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const newTenant = toAttributeSchema(templateById(templateSpec("30"))).schema;

function schemaOf(properties: Record<string, AttributeProperty>): AttributeSchema {
  return { $schema: DIALECT, $id: "urn:test", type: "object", additionalProperties: false, properties };
}

describe("toAttributes", () => {
  it("writes strings in the template's order, not the order of answering", () => {
    const values = { agreementEmail: "ada@example.com", domainName: "contoso" };
    expect(toAttributes(newTenant, values)).toEqual([
      { name: "domainName", value: "contoso" },
      { name: "agreementEmail", value: "ada@example.com" },
    ]);
  });

  it("drops what is empty and never sends a name the template does not have", () => {
    const values = { domainName: "", stray: "x", ["__proto__"]: "y" } as AttributeValues;
    expect(toAttributes(newTenant, values)).toEqual([]);
  });

  it("writes booleans, numbers and lists as texts", () => {
    const schema = schemaOf({
      yes: { type: "boolean" },
      no: { type: "boolean" },
      nodes: { type: "integer" },
      zones: { type: "array", items: { type: "string" } },
      names: { type: "array", items: { type: "string" } },
      none: { type: "array", items: { type: "string" } },
    });
    const values = {
      yes: true,
      no: false,
      nodes: 0,
      zones: ["a", "b"],
      names: ["Doe, John", "Ada"],
      none: [],
    };
    expect(toAttributes(schema, values)).toEqual([
      { name: "yes", value: "true" },
      { name: "no", value: "false" },
      { name: "nodes", value: "0" },
      { name: "zones", value: "a,b" },
      { name: "names", value: '["Doe, John","Ada"]' },
    ]);
  });
});

describe("fromAttributes", () => {
  it("ignores what the server added, what does not fit, and secrets", () => {
    const schema = schemaOf({
      domainName: { type: "string" },
      nodes: { type: "integer" },
      password: { type: "string", writeOnly: true },
    });
    const attributes = [
      { name: "customerTenantId", value: "x" },
      { name: "domainName", value: "old" },
      { name: "domainName", value: "contoso" },
      { name: "nodes", value: "many" },
      { name: "password", value: "hunter2" },
      { name: "nodes" },
      null,
      "odd",
    ];
    expect(fromAttributes(schema, attributes)).toEqual({ domainName: "contoso" });
    expect(fromAttributes(schema, { not: "a list" })).toEqual({});
  });
});

/** A property and a value that fits it. */
const property = fc.constantFrom<AttributeProperty["type"]>(
  "string",
  "integer",
  "number",
  "boolean",
  "array",
);
const answer = (type: AttributeProperty["type"]): fc.Arbitrary<AttributeValue> => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  switch (type) {
    case "integer":
      return fc.maxSafeInteger().map((it) => (it === 0 ? 0 : it));
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => (it === 0 ? 0 : it));
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(text, { minLength: 1 });
    default:
      return fc.oneof(
        text,
        fc.constantFrom("x".repeat(10_000), "<script>alert(1)</script>", "__proto__", " a "),
      );
  }
};

describe("the way to Ion and back", () => {
  it("keeps every answer to every template's questions", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(attributeName, { minLength: 1, maxLength: 10 }),
        fc.infiniteStream(fc.string({ unit: "grapheme", minLength: 1 })),
        (names, texts) => {
          const { schema } = toAttributeSchema(templateById({ ...templateSpec("01"), id: "x", names }));
          const keys = Object.keys(schema.properties).filter((key) => !schema.properties[key]?.writeOnly);
          const values = Object.fromEntries(keys.map((key) => [key, texts.next().value]));
          const attributes = toAttributes(schema, values);
          expect(attributes.every(({ name }) => names.includes(name))).toBe(true);
          expect(fromAttributes(schema, attributes)).toEqual(values);
          expect(fromAttributes(schema, JSON.parse(JSON.stringify(attributes)))).toEqual(values);
        },
      ),
    );
  });

  it("keeps answers of every type", () => {
    const field = property.chain((type) => fc.tuple(fc.constant(type), answer(type)));
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const entries = fields.map(([type, value], index) => [`f${index}`, { type }, value] as const);
        const schema = schemaOf(Object.fromEntries(entries.map(([key, it]) => [key, it])));
        const values = Object.fromEntries(entries.map(([key, , value]) => [key, value]));
        expect(fromAttributes(schema, toAttributes(schema, values))).toEqual(values);
      }),
    );
  });
});

describe("validateAttributes", () => {
  const answers = {
    domainName: " contoso ",
    agreementDateAgreed: "2025-07-18",
    agreementUserId: "ada@example.com",
    agreementEmail: "ada@example.com",
    agreementFirstName: "Ada",
    agreementLastName: "Lovelace",
    agreementPhoneNumber: "5643454321",
    region: "",
  };

  it("gives what may be sent, without blanks around it", () => {
    const result = validateAttributes(newTenant, answers);
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.attributes[0]).toEqual({ name: "domainName", value: "contoso" });
    expect(result.ok && result.attributes).toHaveLength(7);
  });

  it("adds the fixed operation, whatever the browser sent for it", () => {
    const { schema } = toAttributeSchema(templateById(templateSpec("38")));
    const result = validateAttributes(schema, { operations: "changeSubscription", friendlyName: "Mail" });
    expect(result.ok && result.attributes).toEqual([
      { name: "operations", value: "addSubscription" },
      { name: "friendlyName", value: "Mail" },
    ]);
  });

  it.each([null, "text", [1], { domainName: 7 }, { domainName: {} }])("refuses %j", (values) => {
    expect(validateAttributes(newTenant, values)).toMatchObject({ ok: false });
  });
});

describe("storableValues", () => {
  it("leaves secrets and answers to nobody's question out of a draft", () => {
    const schema = schemaOf({ userName: { type: "string" }, password: { type: "string", writeOnly: true } });
    expect(storableValues(schema, { userName: "ada", password: "hunter2", stray: "x" })).toEqual({
      userName: "ada",
    });
  });
});
