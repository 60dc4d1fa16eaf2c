import type { AttributeProperty, AttributeSchema } from "./attribute-schema";
import { isRecord } from "./record";

/**
 * The answers that say something, as they will be checked and sent: text without blanks around it, lists without blank
 * lines, nothing empty. A password and a choice keep every character. Answers nobody asked for stay, for the validator
 * to refuse.
 */
export function cleanValues(schema: AttributeSchema, values: unknown): Record<string, unknown> {
  if (!isRecord(values)) return {};
  const cleaned = Object.entries(values).map(([key, value]): [string, unknown] => {
    const property = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    return [key, cleanValue(property, value)];
  });
  return Object.fromEntries(cleaned.filter(([, value]) => value !== undefined));
}

function cleanValue(property: AttributeProperty | undefined, value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value === "string") {
    if (value.trim() === "") return undefined;
    return property === undefined || isVerbatim(property) ? value : value.trim();
  }
  if (Array.isArray(value)) {
    const isChoice = property?.items?.enum !== undefined || property?.items?.oneOf !== undefined;
    const items = value
      .map((item: unknown) => (typeof item === "string" && !isChoice ? item.trim() : item))
      .filter((item) => item !== "" && item !== null && item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  return value;
}

function isVerbatim(property: AttributeProperty): boolean {
  return (
    property.format === "password" ||
    property.const !== undefined ||
    property.enum !== undefined ||
    property.oneOf !== undefined
  );
}
