import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { inferProperty } from "./attribute-format";
import type { AttributeProperty, AttributeSchema } from "./attribute-schema";
import { judge } from "./fixtures/meta-schema";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { toAttributeSchema } from "./to-attribute-schema";
import { DIALECT } from "./to-payload-schema";
import { findProblems } from "./validator";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function schemaOf(properties: Record<string, AttributeProperty>, required: string[] = []): AttributeSchema {
  return {
    $schema: DIALECT,
    $id: "urn:test",
    type: "object",
    additionalProperties: false,
    required,
    properties,
  };
}

const named = (name: string) => schemaOf({ [name]: inferProperty(name) });
const codes = (schema: AttributeSchema, values: unknown, today?: string) =>
  findProblems(schema, values, today === undefined ? {} : { today }).map(
    ({ key, code }) => `${key}: ${code}`,
  );

describe("findProblems", () => {
  it.each([
    ["agreementEmail", "ada@example.com"],
    ["agreementDateAgreed", "2024-02-29"],
    ["customTermEndDate", "2999-12-31"],
    ["agreementPhoneNumber", "5643454321"],
    ["agreementPhoneNumber", "+1 (555) 010-20.30"],
    ["domainName", "dcjuly1872025"],
    ["customerDomain", "mail.example.co.uk"],
    ["customerTenantId", "1b4e28ba-2fa1-11d2-883f-0016d3cca427"],
    ["seatCount", "25"],
    ["agreementFirstName", "Zoë <script>"],
  ])("accepts %s = %s", (name, value) => {
    expect(codes(named(name), { [name]: value }, "2026-01-01")).toEqual([]);
  });

  it.each([
    ["agreementEmail", "ada@", "email"],
    ["agreementEmail", "<script>alert(1)</script>", "email"],
    ["agreementDateAgreed", "2023-02-29", "date"],
    ["agreementDateAgreed", "2023-14-17", "date"],
    ["agreementDateAgreed", "2023-01-01T00:00:00Z", "date"],
    ["agreementDateAgreed", "2026-01-02", "dateInFuture"],
    ["agreementPhoneNumber", "call me", "phone"],
    ["agreementPhoneNumber", "123", "phone"],
    ["customerDomain", "-example.com", "domain"],
    ["customerTenantId", "not-a-tenant", "uuid"],
    ["seatCount", "-1", "digits"],
    ["seatCount", "1.5", "digits"],
    ["renewalSetting", "auto-on|auto-off", "choice"],
    ["agreementFirstName", "x".repeat(10_000), "tooLong"],
    ["agreementFirstName", 7, "invalid"],
    ["agreementFirstName", { a: 1 }, "invalid"],
  ])("refuses %s = %s as %s", (name, value, code) => {
    expect(codes(named(name), { [name]: value }, "2026-01-01")).toEqual([`${name}: ${code}`]);
  });

  it("wants only the first part of a new tenant's domain", () => {
    const { schema } = toAttributeSchema(templateById(templateSpec("30")));
    const problems = codes(schema, { domainName: "contoso.onmicrosoft.com" });
    expect(problems).toContain("domainName: domainPrefix");
    expect(codes(schema, { domainName: "contoso" })).not.toContain("domainName: domainPrefix");
  });

  it.each([undefined, null, "", "   ", []])("counts %j as no answer", (value) => {
    expect(codes(schemaOf({ a: { type: "string" } }, ["a"]), { a: value })).toEqual(["a: required"]);
    expect(codes(schemaOf({ a: { type: "string" } }), { a: value })).toEqual([]);
  });

  it("takes no object's inherited member for an answer", () => {
    const text: AttributeProperty = { type: "string" };
    const schema = schemaOf(Object.fromEntries([["constructor", text]]), ["constructor"]);
    expect(codes(schema, {})).toEqual(["constructor: required"]);
  });

  it("says one thing per field, in the order of the questions, then what nobody asked", () => {
    const schema = schemaOf({ b: { type: "string", minLength: 3, pattern: "^x" }, a: { type: "string" } }, [
      "a",
    ]);
    expect(codes(schema, { stray: "1", b: "y", ["__proto__"]: "p" })).toEqual([
      "b: tooShort",
      "a: required",
      "stray: notAsked",
      "__proto__: notAsked",
    ]);
  });

  it.each([
    [{ type: "integer" }, "many", "integer"],
    [{ type: "integer" }, 1.5, "integer"],
    [{ type: "number" }, "many", "number"],
    [
      {
        type: "string",
        oneOf: [
          { const: "a", title: "A" },
          { const: "b", title: "B" },
        ],
      },
      "c",
      "choice",
    ],
    [{ type: "array", items: { type: "string", enum: ["a"] }, uniqueItems: true }, ["b"], "choice"],
    [{ type: "array", items: { type: "string" }, uniqueItems: true }, ["a", "a"], "duplicate"],
    [{ type: "string", format: "json" }, "{", "json"],
  ] as [AttributeProperty, unknown, string][])("judges %j against %j as %s", (property, value, code) => {
    expect(codes(schemaOf({ a: property }), { a: value })).toEqual([`a: ${code}`]);
  });

  it("keeps the product's own words for a wrong value", () => {
    const schema = schemaOf({ a: { type: "string", pattern: "^x", "x-ion-message": "Starts with x." } });
    expect(findProblems(schema, { a: "y" })).toEqual([
      { key: "a", code: "pattern", params: {}, message: "Starts with x." },
    ]);
  });

  it("never runs a pattern on more text than the field allows", () => {
    const schema = schemaOf({ a: { type: "string", maxLength: 20, pattern: "^(a|a)*$" } });
    expect(codes(schema, { a: `${"a".repeat(50_000)}!` })).toEqual(["a: tooLong"]);
  });

  it("does not change or keep the schema it was given", () => {
    const schema = Object.freeze(schemaOf({ a: Object.freeze(inferProperty("email")) as AttributeProperty }));
    expect(codes(schema, { a: "no" })).toEqual(["a: email"]);
  });

  it("agrees with a complete implementation of the standard", () => {
    const names = fc.constantFrom("domainName", "agreementPhoneNumber", "seatCount", "operations", "title");
    const text = fc.oneof(
      fc.stringMatching(/^[a-z0-9.+()-]{1,30}$/),
      fc.string({ minLength: 1 }).filter((it) => it.trim() === it && it !== ""),
      fc.constantFrom("addSubscription", "5551234567"),
    );
    fc.assert(
      fc.property(names, text, (name, value) => {
        const schema = named(name);
        expect(findProblems(schema, { [name]: value }).length === 0).toBe(judge(schema, { [name]: value }));
      }),
    );
  });
});

describe("the validator's library", () => {
  it("makes no code from text, which the content security policy forbids", () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@cfworker/json-schema"));
    const sources = readdirSync(folder).filter((file) => file.endsWith(".js"));
    expect(sources.length).toBeGreaterThan(5);
    for (const file of sources) {
      expect(readFileSync(join(folder, file), "utf8"), file).not.toMatch(
        /\beval\s*\(|new\s+Function\b|Function\s*\(/,
      );
    }
  });
});
