/** What the value of a JSON Schema 2020-12 keyword has to be. */
export type KeywordKind =
  | "schema"
  | "schemas"
  | "schemaMap"
  | "patternMap"
  | "string"
  | "pattern"
  | "boolean"
  | "number"
  | "positive"
  | "count"
  | "names"
  | "namesMap"
  | "type"
  | "enum"
  | "any"
  | "anyList";

/**
 * The keywords of draft 2020-12 that a normalised template may use, and the kind of their value. References and
 * identifiers are treated apart. A Map, since a template may use `constructor` as a keyword.
 * Source: https://json-schema.org/draft/2020-12/schema and its vocabularies.
 */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map<string, KeywordKind>([
  ["$defs", "schemaMap"],
  ["properties", "schemaMap"],
  ["dependentSchemas", "schemaMap"],
  ["patternProperties", "patternMap"],
  ["items", "schema"],
  ["contains", "schema"],
  ["additionalProperties", "schema"],
  ["propertyNames", "schema"],
  ["unevaluatedItems", "schema"],
  ["unevaluatedProperties", "schema"],
  ["not", "schema"],
  ["if", "schema"],
  ["then", "schema"],
  ["else", "schema"],
  ["contentSchema", "schema"],
  ["prefixItems", "schemas"],
  ["allOf", "schemas"],
  ["anyOf", "schemas"],
  ["oneOf", "schemas"],
  ["title", "string"],
  ["description", "string"],
  ["$comment", "string"],
  ["format", "string"],
  ["contentEncoding", "string"],
  ["contentMediaType", "string"],
  ["pattern", "pattern"],
  ["uniqueItems", "boolean"],
  ["deprecated", "boolean"],
  ["readOnly", "boolean"],
  ["writeOnly", "boolean"],
  ["minimum", "number"],
  ["maximum", "number"],
  ["exclusiveMinimum", "number"],
  ["exclusiveMaximum", "number"],
  ["multipleOf", "positive"],
  ["minLength", "count"],
  ["maxLength", "count"],
  ["minItems", "count"],
  ["maxItems", "count"],
  ["minContains", "count"],
  ["maxContains", "count"],
  ["minProperties", "count"],
  ["maxProperties", "count"],
  ["required", "names"],
  ["dependentRequired", "namesMap"],
  ["type", "type"],
  ["enum", "enum"],
  ["const", "any"],
  ["default", "any"],
  ["examples", "anyList"],
]);

/** The seven types a schema may name. */
export const JSON_TYPES: ReadonlySet<string> = new Set([
  "null",
  "boolean",
  "object",
  "array",
  "number",
  "string",
  "integer",
]);

/** True when `source` compiles as JSON Schema wants patterns to: with the `u` flag. */
export function isRegExp(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

/** True when `value` is what a keyword of this kind takes, not looking into nested schemas. */
export function fitsKeyword(kind: KeywordKind, value: unknown): boolean {
  switch (kind) {
    case "string":
      return typeof value === "string";
    case "pattern":
      return typeof value === "string" && isRegExp(value);
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "positive":
      return typeof value === "number" && Number.isFinite(value) && value > 0;
    case "count":
      return Number.isInteger(value) && Number(value) >= 0;
    case "names":
      return isUniqueStrings(value);
    case "type":
      return isType(value) || (isUniqueStrings(value) && value.length > 0 && value.every(isType));
    case "enum":
      return Array.isArray(value);
    case "anyList":
      return Array.isArray(value);
    case "any":
      return value !== undefined;
    case "schemas":
      return Array.isArray(value) && value.length > 0;
    case "schemaMap":
    case "patternMap":
    case "namesMap":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "schema":
      return (
        typeof value === "boolean" || (typeof value === "object" && value !== null && !Array.isArray(value))
      );
  }
}

function isType(value: unknown): boolean {
  return typeof value === "string" && JSON_TYPES.has(value);
}

function isUniqueStrings(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((entry) => typeof entry === "string") &&
    new Set(value).size === value.length
  );
}
