import type { AttributeSchema, AttributeValues } from "./attribute-schema";

/**
 * The answers a draft may keep: those to questions of the schema, and no secret among them. A password is typed again
 * when the draft is opened. Source: CONTRACT.md section 5.3 ("never prefill, store or log").
 */
export function storableValues(schema: AttributeSchema, values: AttributeValues): AttributeValues {
  const kept = Object.entries(values).filter(
    ([key]) => Object.hasOwn(schema.properties, key) && schema.properties[key]?.writeOnly !== true,
  );
  return Object.fromEntries(kept);
}
