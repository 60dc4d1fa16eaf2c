import { inferProperty } from "./attribute-format";
import type { AttributeProperty, AttributeValue, TitledChoice } from "./attribute-schema";
import { parseText } from "./from-attributes";
import { toPropertyKey } from "./property-key";
import { own } from "./record";
import { isRegExp } from "./schema-keywords";
import { isValidAnswer } from "./validator";
import type { TemplateWarning } from "./warnings";

/** Generous, for keys and addresses, yet an end. */
const LONGEST_TEXT = 4000;

/**
 * One property of a product form. Defaults and choices come as strings and are read as the property's type; a pattern
 * that does not compile or could run for ever is dropped. An `object` has no fields of its own there, so it is asked
 * for as a text that holds JSON. Source: CONTRACT.md section 5.4.
 */
export function toProductProperty(
  name: string,
  raw: unknown,
  warnings: TemplateWarning[],
): AttributeProperty {
  const type = readType(own(raw, "type"));
  const key = toPropertyKey(name);
  const choices = readChoices(type, own(raw, "enumValues") ?? own(raw, "enum"));
  const property: AttributeProperty = {
    ...shapeOf(type, choices),
    ...(key === name ? {} : { "x-ion-name": name }),
    ...(type === "string" && inferProperty(name).writeOnly ? { format: "password", writeOnly: true } : {}),
  };
  addPattern(property, own(raw, "pattern"), name, warnings);
  addDefault(property, own(raw, "default"), name, warnings);
  return property;
}

/** The property with its layout entry's words: title, help, titled choices, and the message for a wrong value. */
export function withEntryWords(
  property: AttributeProperty,
  entry: unknown,
  warnings: TemplateWarning[] = [],
): AttributeProperty {
  const [title, description, message] = ["title", "description", "validationMessage"].map((key) =>
    text(own(entry, key)),
  );
  const worded: AttributeProperty = {
    ...property,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(message === undefined ? {} : { "x-ion-message": message }),
  };
  const titled = withTitledChoices(worded, own(entry, "titleMap"));
  if (titled.default !== undefined && !isValidAnswer(titled, titled.default)) {
    warnings.push({ code: "default-dropped", ...(title === undefined ? {} : { subject: title }) });
    delete titled.default;
  }
  return titled;
}

type ProductType = AttributeProperty["type"] | "object";

function readType(raw: unknown): ProductType {
  const type = String(raw ?? "")
    .replace(/^JSON_SCHEMA_PROPERTY_TYPE_/i, "")
    .toLowerCase();
  return ["array", "boolean", "integer", "number", "object"].includes(type)
    ? (type as ProductType)
    : "string";
}

function shapeOf(type: ProductType, choices: (string | number | boolean)[]): AttributeProperty {
  switch (type) {
    case "array": {
      const texts = choices.map(String);
      const items = texts.length > 0 ? { enum: texts } : { minLength: 1, maxLength: LONGEST_TEXT };
      return {
        type,
        items: { type: "string", ...items },
        ...(texts.length > 0 ? { uniqueItems: true } : {}),
      };
    }
    case "object":
      return { type: "string", minLength: 1, maxLength: LONGEST_TEXT, format: "json" };
    case "string":
      return choices.length > 0 ? { type, enum: choices } : { type, minLength: 1, maxLength: LONGEST_TEXT };
    case "boolean":
      return { type };
    default:
      return choices.length > 0 ? { type, enum: choices } : { type };
  }
}

function readChoices(type: ProductType, raw: unknown): (string | number | boolean)[] {
  if (!Array.isArray(raw) || type === "object") return [];
  const scalar = type === "array" ? "string" : type;
  const values = raw.map((value) => toScalar(scalar, value)).filter((value) => value !== undefined);
  return [...new Set(values)];
}

function toScalar(
  type: Exclude<ProductType, "array" | "object">,
  raw: unknown,
): string | number | boolean | undefined {
  if (typeof raw !== "string" && typeof raw !== "number" && typeof raw !== "boolean") return undefined;
  const value = parseText({ type }, String(raw));
  return Array.isArray(value) ? undefined : value;
}

/** A quantifier around a group that holds one: the classic way for a pattern to run for ever. */
const NESTED_QUANTIFIER = /\([^()]*[+*}][^()]*\)\s*[+*{]/;

function addPattern(
  property: AttributeProperty,
  raw: unknown,
  name: string,
  warnings: TemplateWarning[],
): void {
  const pattern = text(raw);
  if (pattern === undefined || property.enum !== undefined) return;
  const isUsable =
    property.type === "string" &&
    pattern.length <= 500 &&
    isRegExp(pattern) &&
    !NESTED_QUANTIFIER.test(pattern);
  if (isUsable) property.pattern = pattern;
  else warnings.push({ code: "pattern-dropped", subject: name });
}

function addDefault(
  property: AttributeProperty,
  raw: unknown,
  name: string,
  warnings: TemplateWarning[],
): void {
  if (raw === undefined || raw === null || raw === "" || property.writeOnly) return;
  const value: AttributeValue | undefined =
    property.type === "array" ? parseText(property, String(raw)) : toScalar(property.type, raw);
  if (value !== undefined && isValidAnswer(property, value)) property.default = value;
  else warnings.push({ code: "default-dropped", subject: name });
}

/** `titleMap` entries as `oneOf`; of two with one value the first counts, and a list of allowed values has its say. */
function withTitledChoices(property: AttributeProperty, titleMap: unknown): AttributeProperty {
  if (!Array.isArray(titleMap)) return property;
  const isList = property.type === "array";
  const allowed = isList ? property.items?.enum : property.enum;
  const choices = new Map<string | number | boolean, TitledChoice>();
  for (const entry of titleMap) {
    const value = toScalar(property.type === "array" ? "string" : property.type, own(entry, "value"));
    if (value === undefined || choices.has(value)) continue;
    if (allowed !== undefined && !allowed.some((one) => one === value)) continue;
    choices.set(value, { const: value, title: text(own(entry, "name")) ?? String(value) });
  }
  if (choices.size === 0) return property;
  const oneOf = [...choices.values()];
  if (isList) return { ...property, items: { type: "string", oneOf }, uniqueItems: true };
  const { enum: _replaced, pattern: _pattern, ...rest } = property;
  return { ...rest, oneOf };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
