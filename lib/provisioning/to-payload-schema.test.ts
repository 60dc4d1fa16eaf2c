import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { checkSchema } from "./check-schema";
import { rawTemplate } from "./fixtures/arbitrary-template";
import { judge, metaSchemaErrors } from "./fixtures/meta-schema";
import { templateById, templateInList } from "./fixtures/raw-template";
import { TEMPLATES, templateSpec } from "./fixtures/templates";
import type { UnknownRecord } from "./record";
import { DIALECT, toPayloadSchema } from "./to-payload-schema";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function normalise(template: UnknownRecord) {
  const { schema, warnings } = toPayloadSchema(template);
  if (schema === null) throw new Error("no schema");
  return { schema, warnings };
}

const order = (item: object) => ({ referenceId: "r1", displayName: "Two licenses", orderItems: [item] });
const item = {
  productId: "p",
  skuId: "s",
  planId: "pl",
  action: "CREATE",
  quantity: 2,
  attributes: [{ name: "userName", value: "ada" }],
};

describe("toPayloadSchema", () => {
  it.each(
    TEMPLATES.flatMap((spec) => [templateById(spec), templateInList(spec)]).map((raw) => [raw.id, raw]),
  )("makes %s valid under the meta-schema", (_id, raw) => {
    const { schema, warnings } = normalise(raw);
    expect(metaSchemaErrors(schema)).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ["by id", templateById],
    ["in a list", templateInList],
  ])("judges an order by the template %s, which the raw one never does", (_name, make) => {
    const { schema } = normalise(make(templateSpec("01")));
    expect(judge(schema, order(item))).toBe(true);
    expect(judge(schema, { orderItems: [{ nope: 1 }] })).toBe(false);
    expect(judge(schema, order({ ...item, quantity: "2" }))).toBe(false);
    expect(judge(schema, order({ ...item, quantity: 1.5 }))).toBe(false);
    expect(judge(schema, order({ ...item, action: "UPDATE" }))).toBe(false);
    expect(judge(schema, order({ ...item, attributes: [{ name: "shoeSize", value: "42" }] }))).toBe(false);
  });

  it("keeps Ion's own id and dialect where a person can find them", () => {
    const { schema } = normalise(templateById({ ...templateSpec("01"), id: "provisioningTemplate01" }));
    expect(schema).toMatchObject({
      $schema: DIALECT,
      $id: "urn:ion:provision-template:provisiontemplate01",
      "x-ion-id": "provisioningTemplate01",
      "x-ion-schema": "https://json-schema.org/draft/1234-12/schema",
      type: "object",
    });
  });

  it("does not require what the order request does not know", () => {
    const { schema } = normalise(templateInList(templateSpec("01")));
    expect(schema.$defs).toMatchObject({
      orderItems: { required: ["productId", "skuId", "planId", "action", "quantity", "attributes"] },
    });
  });

  it("leaves names of properties and definitions alone, even when they look like keywords", () => {
    const { schema } = normalise({
      properties: { ref: { type: "String" }, defs: { type: 1.5 }, items: "#/$defs/schema" },
      defs: { schema: {} },
    });
    expect(schema.properties).toEqual({
      ref: { type: "string" },
      defs: { type: "number" },
      items: { $ref: "#/$defs/schema" },
    });
  });

  it("reports a reference that leads nowhere instead of failing on it later", () => {
    const { schema, warnings } = normalise({ properties: { a: { ref: "#/$defs/ghost" } } });
    expect(schema.properties).toEqual({ a: { "x-ion-ref": "#/$defs/ghost" } });
    expect(warnings).toEqual([{ code: "schema-unreadable", subject: "/properties/a/ref" }]);
  });

  it("turns any template into a schema the meta-schema accepts", () => {
    fc.assert(
      fc.property(rawTemplate, (template) => {
        const { schema } = normalise(template);
        expect(metaSchemaErrors(schema)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("changes nothing more when applied twice", () => {
    fc.assert(
      fc.property(rawTemplate, (template) => {
        const { schema } = normalise(template);
        expect(normalise(schema).schema).toEqual(schema);
      }),
    );
  });
});

describe("checkSchema", () => {
  it.each([
    { type: 1 },
    { type: [] },
    { properties: { a: { items: "#/$defs/x" } } },
    { required: ["a", "a"] },
    { $defs: { a: { minLength: -1 } } },
    { anyOf: [] },
    { patternProperties: { "(": {} } },
    { dependentRequired: { a: [1] } },
    { properties: { a: null } },
  ])("finds the fault in %j", (schema) => {
    expect(checkSchema(schema)).toHaveLength(1);
  });

  it("accepts nothing that the meta-schema refuses", () => {
    const any = fc.oneof(
      fc.jsonValue().filter((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
      rawTemplate,
    );
    fc.assert(
      fc.property(any, (schema) => {
        if (checkSchema(schema).length === 0) expect(metaSchemaErrors(schema as object)).toEqual([]);
      }),
    );
  });
});
