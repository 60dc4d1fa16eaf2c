import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DEPLOYMENT } from "./fixtures/deployment";
import { metaSchemaErrors } from "./fixtures/meta-schema";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { fromDeploymentForm } from "./from-deployment-form";
import { mergeForms } from "./merge-forms";
import { toAttributeSchema } from "./to-attribute-schema";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const product = fromDeploymentForm(DEPLOYMENT);
const field = (key: string) => product?.properties[key];

describe("fromDeploymentForm", () => {
  it("reads only what is asked before a purchase, and no credentials", () => {
    expect(Object.keys(product?.properties ?? {})).not.toContain("cancelReason");
    expect(JSON.stringify(product)).not.toContain("hunter2");
  });

  it("lays fields out as the product does, and forgets none", () => {
    expect(product?.groups).toEqual([
      { id: "product-1", keys: ["hostName"] },
      { id: "product-2", title: "Placement", description: "Where it runs", keys: ["region", "zones"] },
      {
        id: "product-3",
        keys: [
          "nodes",
          "backup",
          "tier",
          "options",
          "oddPattern",
          "slowPattern",
          "forgotten",
          "callbackKey",
          "ports",
        ],
      },
    ]);
    expect(product?.required).toEqual(["region", "nodes"]);
  });

  it("reads defaults and choices as the field's type", () => {
    expect(field("nodes")).toEqual({ type: "integer", default: 3 });
    expect(field("backup")).toEqual({ type: "boolean", default: true });
    expect(field("tier")).toEqual({ type: "number", enum: [1, 2.5] });
    expect(field("ports")).toMatchObject({ type: "array", default: ["80", "443"] });
  });

  it("titles choices, without values the field does not allow and without doubles", () => {
    expect(field("region")).toEqual({
      type: "string",
      title: "Region",
      description: "Nearest to the customer",
      default: "eu",
      oneOf: [
        { const: "eu", title: "Europe" },
        { const: "us", title: "United States" },
      ],
    });
    expect(field("zones")?.items).toEqual({ type: "string", oneOf: [{ const: "a", title: "Zone A" }] });
  });

  it("keeps a pattern that compiles and ends, with the product's words for a wrong value", () => {
    expect(field("hostName")).toMatchObject({ pattern: "^[a-z]+$", "x-ion-message": "Small letters only." });
    expect(field("oddPattern")?.pattern).toBeUndefined();
    expect(field("slowPattern")?.pattern).toBeUndefined();
  });

  it("asks for an object as a text that holds JSON", () => {
    expect(field("options")).toMatchObject({ type: "string", format: "json" });
  });

  it("reports what it had to leave out", () => {
    expect(product?.warnings).toEqual([
      { code: "default-dropped", subject: "tier" },
      { code: "pattern-dropped", subject: "oddPattern" },
      { code: "pattern-dropped", subject: "slowPattern" },
      { code: "unknown-form-key", subject: "ghost" },
    ]);
  });

  it("reads a form in any wrapping", () => {
    const form = { schema: { properties: { a: {} } }, form: [{ key: "a", title: "A" }] };
    for (const wrapping of [
      form,
      { form },
      { configuration: { form } },
      [{ event: "subscription_start", configuration: { form } }],
    ]) {
      expect(fromDeploymentForm(wrapping)?.properties.a?.title).toBe("A");
    }
  });

  it.each([undefined, null, "x", [], {}, { deployments: [] }, { deployments: [{ event: "PREPURCHASE" }] }])(
    "has no questions for %j",
    (deployment) => {
      expect(fromDeploymentForm(deployment)).toBeNull();
    },
  );

  it("makes a valid schema of any form", () => {
    const type = fc.constantFrom("ARRAY", "BOOLEAN", "INTEGER", "NUMBER", "OBJECT", "STRING", "UNSPECIFIED");
    const name = fc.oneof(fc.constantFrom("a", "b", "__proto__", "constructor", "42", "x y"), fc.string());
    const text = fc.oneof(fc.string(), fc.constantFrom("1", "true", "a", "(", "[1]"), fc.jsonValue());
    const prop = fc.record(
      {
        type: type.map((it) => `JSON_SCHEMA_PROPERTY_TYPE_${it}`),
        default: text,
        pattern: text,
        enumValues: fc.array(text),
      },
      { requiredKeys: [] },
    );
    const entry = fc.record(
      {
        key: name,
        widget: fc.constantFrom("NONE", "SECTION"),
        title: text,
        titleMap: fc.array(fc.record({ name: text, value: text })),
        items: fc.array(fc.record({ key: name })),
      },
      { requiredKeys: [] },
    );
    const form = fc.record({
      schema: fc.record({ properties: fc.dictionary(name, prop), required: fc.array(name) }),
      form: fc.array(fc.oneof(entry, fc.jsonValue())),
    });
    fc.assert(
      fc.property(form, (raw) => {
        const { schema, productGroups } = mergeForms(null, fromDeploymentForm(raw));
        expect(metaSchemaErrors(schema)).toEqual([]);
        const laidOut = productGroups.flatMap((group) => group.keys);
        expect([...laidOut].sort()).toEqual(Object.keys(schema.properties).sort());
      }),
    );
  });
});

describe("mergeForms", () => {
  const template = toAttributeSchema(
    templateById({ ...templateSpec("38"), names: ["operations", "region", "hostName", "billingEmail"] }),
  ).schema;
  const merged = mergeForms(template, product);

  it("lets the template say what may be sent and the product how it is asked", () => {
    expect(Object.keys(merged.schema.properties)).toEqual([
      "operations",
      "region",
      "hostName",
      "billingEmail",
    ]);
    expect(merged.schema.properties.region?.oneOf).toHaveLength(2);
    expect(merged.schema.required).toEqual(["operations", "region"]);
    expect(merged.warnings).toContainEqual({ code: "field-not-in-template", subject: "nodes" });
  });

  it("keeps the template's format where the product asks for free text", () => {
    const form = {
      schema: { properties: { billingEmail: {} } },
      form: [{ key: "billingEmail", title: "Invoices to" }],
    };
    const { properties } = mergeForms(template, fromDeploymentForm(form)).schema;
    expect(properties.billingEmail).toMatchObject({ title: "Invoices to", format: "email", maxLength: 256 });
  });

  it("keeps what is fixed", () => {
    const form = { schema: { properties: { operations: { enumValues: ["deleteEverything"] } } } };
    const { properties } = mergeForms(template, fromDeploymentForm(form)).schema;
    expect(properties.operations).toMatchObject({ const: "addSubscription" });
  });

  it("drops fields from the product's sections that did not survive", () => {
    expect(merged.productGroups.map(({ keys }) => keys)).toEqual([["hostName"], ["region"]]);
  });

  it("takes the product's questions alone when there is no template", () => {
    expect(Object.keys(mergeForms(null, product).schema.properties)).toHaveLength(12);
    expect(mergeForms(null, null).schema.properties).toEqual({});
  });
});
