import type { AttributeProperty, AttributeSchema, AttributeValue, AttributeValues } from "./attribute-schema";
import { isRecord, own } from "./record";
import { wireName } from "./to-attributes";

/**
 * Ion's `[{name, value}]` as answers, for an order or a draft that is opened again. Attributes the schema does not
 * have (the server adds some) are left out, as is a text that does not fit its field's type; of two with the same name
 * the last one counts. Secrets are never read back.
 */
export function fromAttributes(schema: AttributeSchema, attributes: unknown): AttributeValues {
  const texts = new Map<string, string>();
  for (const attribute of Array.isArray(attributes) ? attributes : []) {
    const [name, value] = [own(attribute, "name"), own(attribute, "value")];
    if (isRecord(attribute) && typeof name === "string" && typeof value === "string") texts.set(name, value);
  }
  const values: AttributeValues = {};
  for (const [key, property] of Object.entries(schema.properties)) {
    const text = texts.get(wireName(key, property));
    const value = text === undefined || property.writeOnly ? undefined : parseText(property, text);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** A text as the type its field holds; undefined when it is empty or does not fit. */
export function parseText(
  property: Pick<AttributeProperty, "type">,
  text: string,
): AttributeValue | undefined {
  if (text === "") return undefined;
  switch (property.type) {
    case "string":
      return text;
    case "boolean":
      return /^(?:true|false)$/i.test(text.trim()) ? text.trim().toLowerCase() === "true" : undefined;
    case "integer":
    case "number":
      return parseNumber(text, property.type);
    case "array":
      return parseList(text);
  }
}

function parseNumber(text: string, type: "integer" | "number"): number | undefined {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) return undefined;
  return type === "integer" && !Number.isSafeInteger(number) ? undefined : number;
}

function parseList(text: string): string[] | undefined {
  const entries = readJsonList(text) ?? text.split(",").map((entry) => entry.trim());
  const filled = entries.filter((entry) => entry !== "");
  return filled.length > 0 ? filled : undefined;
}

function readJsonList(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    const isTexts = Array.isArray(list) && list.every((entry) => typeof entry === "string");
    return isTexts ? list : undefined;
  } catch {
    return undefined;
  }
}
