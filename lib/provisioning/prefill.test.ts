import { describe, expect, it } from "vitest";
import type { AttributeProperty } from "./attribute-schema";
import { suggestDomain, suggestDomainPrefix } from "./domain-suggestion";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { type PrefillInput, prefill } from "./prefill";
import { toAttributeSchema } from "./to-attribute-schema";

const customer = {
  organization: "Boulangerie Contoso SARL",
  name: "Ada King Lovelace",
  email: "ada@contoso.example",
  phone: "+33 1 55 51 23 45",
};

function prefilled(names: readonly string[], input: PrefillInput) {
  const { schema } = toAttributeSchema(templateById({ ...templateSpec("30"), names }));
  return prefill(schema, { today: "2026-03-01", ...input });
}

describe("prefill", () => {
  it("fills in the agreement from the customer and says so", () => {
    const { values, sources } = prefilled(templateSpec("30").names, { customer });
    expect(values).toEqual({
      agreementDateAgreed: "2026-03-01",
      agreementUserId: "ada@contoso.example",
      agreementEmail: "ada@contoso.example",
      agreementFirstName: "Ada King",
      agreementLastName: "Lovelace",
      agreementPhoneNumber: "33155512345",
    });
    expect(sources).toMatchObject({ agreementEmail: "customer", agreementDateAgreed: "today" });
  });

  it("only suggests a domain, for it names a tenant for good", () => {
    const { values, suggestions } = prefilled(["domainName"], { customer });
    expect(values).toEqual({});
    expect(suggestions).toEqual({ domainName: "boulangeriecontoso" });
  });

  it("prefers the contact's own first and last name to parts of the full one", () => {
    const names = ["agreementFirstName", "agreementLastName"];
    const { values } = prefilled(names, {
      customer: { ...customer, firstName: "Ada", lastName: "King Lovelace" },
    });
    expect(values).toEqual({ agreementFirstName: "Ada", agreementLastName: "King Lovelace" });
  });

  it.each([
    ["agreementEmail", { email: "not an address" }],
    ["agreementPhoneNumber", { phone: "12" }],
    ["agreementFirstName", { firstName: "x".repeat(300) }],
    ["agreementLastName", { name: "Madonna" }],
    ["agreementUserId", { email: "   " }],
  ])("leaves %s empty rather than filling in something wrong", (name, wrong) => {
    expect(prefilled([name], { customer: wrong })).toEqual({ values: {}, sources: {}, suggestions: {} });
  });

  it("fills in the cart's quantity, and nothing without a customer", () => {
    expect(prefilled(["quantity", "agreementEmail"], { quantity: 25 })).toEqual({
      values: { quantity: "25" },
      sources: { quantity: "cart" },
      suggestions: {},
    });
  });

  it("never fills in a secret or what is fixed, and puts the customer before the product's default", () => {
    const { schema } = toAttributeSchema(templateById({ ...templateSpec("38"), names: ["operations"] }));
    const properties: Record<string, AttributeProperty> = {
      ...schema.properties,
      password: { type: "string", writeOnly: true, default: "hunter2" },
      email: { type: "string", default: "info@vendor.example" },
      nodes: { type: "integer", default: 3 },
    };
    expect(prefill({ ...schema, properties }, { customer })).toEqual({
      values: { email: "ada@contoso.example", nodes: 3 },
      sources: { email: "customer", nodes: "product" },
      suggestions: {},
    });
  });
});

describe("suggestDomainPrefix", () => {
  it.each([
    ["Contoso Bakeries GmbH", "contosobakeries"],
    ["Čokoládovna & Söhne, Inc.", "cokoladovnasohne"],
    ["Co Ltd", "coltd"],
    ["<script>alert(1)</script>", "scriptalert1script"],
    ["An organization with quite a long name", "anorganizationwithquitealon"],
  ])("makes of %s: %s", (organization, prefix) => {
    expect(suggestDomainPrefix(organization)).toBe(prefix);
  });

  it.each(["", "&&&", "株式会社", "AB"])("has no suggestion for %s", (organization) => {
    expect(suggestDomainPrefix(organization)).toBeUndefined();
  });
});

describe("suggestDomain", () => {
  it("knows an organisation's domain from a mail provider's", () => {
    expect(suggestDomain("ada@Contoso.example")).toBe("contoso.example");
    expect(suggestDomain("ada@gmail.com")).toBeUndefined();
    expect(suggestDomain("ada")).toBeUndefined();
  });
});
