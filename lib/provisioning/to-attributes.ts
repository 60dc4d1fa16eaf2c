import type { AttributeProperty, AttributeSchema, AttributeValue, AttributeValues } from "./attribute-schema";

/** One attribute of an order item as Ion takes it. */
export interface IonAttribute {
  name: string;
  value: string;
}

/**
 * Answers as Ion's `[{name, value}]`: in the template's order, strings only, nothing empty, and never a name the
 * schema does not have. Lists are joined with commas, or written as JSON where an entry holds a comma itself.
 * Source: CONTRACT.md section 5.3, "Denormalise on submit".
 */
export function toAttributes(schema: AttributeSchema, values: AttributeValues): IonAttribute[] {
  return Object.entries(schema.properties).flatMap(([key, property]) => {
    const value = Object.hasOwn(values, key) ? toText(values[key]) : "";
    return value === "" ? [] : [{ name: wireName(key, property), value }];
  });
}

/** The name an attribute has at Ion. */
export function wireName(key: string, property: AttributeProperty): string {
  return property["x-ion-name"] ?? key;
}

function toText(value: AttributeValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (!Array.isArray(value)) return String(value);
  const entries = value.filter((entry) => entry !== "");
  const needsJson = entries.some((entry) => /^\s|\s$|,/.test(entry)) || entries[0]?.startsWith("[");
  return needsJson ? JSON.stringify(entries) : entries.join(",");
}
