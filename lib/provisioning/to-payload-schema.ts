import { checkSchema } from "./check-schema";
import { isRecord, mapOwn, own, setOwn, type UnknownRecord } from "./record";
import { fitsKeyword, isRegExp, JSON_TYPES, SCHEMA_KEYWORDS } from "./schema-keywords";
import { toTemplateId } from "./template-id";
import type { TemplateWarning } from "./warnings";

/** The dialect of every schema this folder makes. */
export const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** What became of one raw template: the schema of a whole order, or null when it could not be made valid. */
export interface PayloadSchemaResult {
  schema: UnknownRecord | null;
  warnings: TemplateWarning[];
}

/**
 * Turns a raw provisioning template into a valid JSON Schema 2020-12 for the whole order. Works by schema position and
 * recursively; names under `properties` and `$defs` are data and stay as they are. Unknown keywords, and known ones
 * with a value they can't take, are kept under `x-ion-<keyword>`. Applying it twice changes nothing more.
 * Source: CONTRACT.md section 5.3, "Payload schema".
 */
export function toPayloadSchema(template: UnknownRecord): PayloadSchemaResult {
  const warnings: TemplateWarning[] = [];
  const body = toSchema(template, { warnings, definitions: definitionNames(template), depth: 0 }, "");
  if (!isRecord(body)) return { schema: null, warnings: [...warnings, { code: "payload-schema-invalid" }] };

  const id = own(template, "id") ?? own(template, "x-ion-id") ?? own(template, "$id");
  const schema: UnknownRecord = {
    $schema: DIALECT,
    $id: templateUrn(id),
    ...body,
    type: "object",
  };
  fixOrderItem(own(own(schema, "$defs"), "orderItems"));
  if (checkSchema(schema).length > 0) {
    return { schema: null, warnings: [...warnings, { code: "payload-schema-invalid" }] };
  }
  return { schema, warnings };
}

/** `urn:ion:provision-template:<id>`, lower case; `unnamed` when the template has no id. */
export function templateUrn(rawId: unknown): string {
  const id = typeof rawId === "string" ? rawId.replace(/^urn:ion:provision-template:/, "") : "";
  const name = (toTemplateId(id) ?? (id.trim() || "unnamed")).toLowerCase();
  return `urn:ion:provision-template:${encodeURIComponent(name.toWellFormed())}`;
}

interface Context {
  warnings: TemplateWarning[];
  /** Names a local reference may point at. */
  definitions: ReadonlySet<string>;
  depth: number;
}

/** A template is four levels deep; a chain far beyond that is hostile, and recursion has an end. */
const MAX_DEPTH = 40;

const DEFINITION_KEYWORDS = ["$defs", "defs", "definitions"] as const;

function definitionNames(template: UnknownRecord): Set<string> {
  return new Set(
    DEFINITION_KEYWORDS.flatMap((keyword) => {
      const definitions = own(template, keyword);
      return isRecord(definitions) ? Object.keys(definitions) : [];
    }),
  );
}

function toSchema(value: unknown, context: Context, at: string): UnknownRecord | boolean {
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return schemaFromString(value, context, at);
  if (!isRecord(value) || context.depth > MAX_DEPTH) {
    context.warnings.push({ code: "schema-unreadable", subject: at || "/" });
    return {};
  }
  const inner = { ...context, depth: context.depth + 1 };
  const schema: UnknownRecord = {};
  for (const [keyword, part] of Object.entries(value)) {
    if (part !== undefined) addKeyword(schema, keyword, part, inner, at);
  }
  return schema;
}

/** Ion writes a reference where a schema belongs: `"items": "#/$defs/orderItems"`. */
function schemaFromString(text: string, context: Context, at: string): UnknownRecord {
  const reference = toReference(text, context);
  if (reference !== undefined) return { $ref: reference };
  if (JSON_TYPES.has(text.toLowerCase())) return { type: text.toLowerCase() };
  context.warnings.push({ code: "schema-unreadable", subject: at || "/" });
  return {};
}

function addKeyword(
  schema: UnknownRecord,
  keyword: string,
  part: unknown,
  context: Context,
  at: string,
): void {
  const here = `${at}/${keyword}`;
  const isRoot = at === "";
  if (keyword === "$ref" || keyword === "ref") {
    const reference = typeof part === "string" ? toReference(part, context) : undefined;
    if (reference !== undefined) schema.$ref = reference;
    else keepForeign(schema, keyword, part, context, here);
  } else if (isRoot && (keyword === "$schema" || keyword === "$id")) {
    // Ours take their place; what Ion wrote there without the dollar stays readable as x-ion-schema and x-ion-id.
    const original = keyword === "$id" ? "x-ion-id" : "x-ion-schema";
    if (part !== DIALECT && part !== templateUrn(part) && own(schema, original) === undefined) {
      schema[original] = part;
    }
  } else if (keyword === "defs" || keyword === "definitions" || keyword === "$defs") {
    if (isRecord(part))
      schema.$defs = { ...toSchemaMap(part, context, here), ...asRecord(own(schema, "$defs")) };
    else keepForeign(schema, keyword, part, context, here);
  } else if (keyword === "items" && Array.isArray(part)) {
    addKeyword(schema, "prefixItems", part, context, at);
  } else {
    addPlainKeyword(schema, keyword, part, context, here);
  }
}

function addPlainKeyword(
  schema: UnknownRecord,
  keyword: string,
  part: unknown,
  context: Context,
  here: string,
) {
  const kind = SCHEMA_KEYWORDS.get(keyword);
  const value = kind === undefined ? undefined : normaliseValue(kind, part, context, here);
  if (kind !== undefined && value !== undefined && fitsKeyword(kind, value)) schema[keyword] = value;
  else if (kind === "names" || kind === "type" || kind === "enum") return;
  else keepForeign(schema, keyword, part, context, here);
}

function normaliseValue(kind: string, part: unknown, context: Context, here: string): unknown {
  switch (kind) {
    case "schema":
      return typeof part === "boolean" || typeof part === "string" || isRecord(part)
        ? toSchema(part, context, here)
        : undefined;
    case "schemas":
      return Array.isArray(part)
        ? part.map((entry, index) => toSchema(entry, context, `${here}/${index}`))
        : undefined;
    case "schemaMap":
      return isRecord(part) ? toSchemaMap(part, context, here) : undefined;
    case "patternMap":
      return isRecord(part) && Object.keys(part).every(isRegExp)
        ? toSchemaMap(part, context, here)
        : undefined;
    case "names": {
      const names = uniqueStrings(part);
      return names.length > 0 ? names : undefined;
    }
    case "namesMap":
      return isRecord(part) ? mapOwn(part, (names) => uniqueStrings(names)) : undefined;
    case "type":
      return toType(part);
    case "enum": {
      const values = Array.isArray(part) ? uniqueValues(part) : [];
      return values.length > 0 ? values : undefined;
    }
    default:
      return part;
  }
}

function toSchemaMap(
  map: UnknownRecord,
  context: Context,
  here: string,
): Record<string, UnknownRecord | boolean> {
  return mapOwn(map, (entry, name) => toSchema(entry, context, `${here}/${name}`));
}

/** `type: 1` means a number whose sample is 1; type names come in any case. */
function toType(part: unknown): unknown {
  if (typeof part === "number") return Number.isInteger(part) ? "integer" : "number";
  if (typeof part === "string") return JSON_TYPES.has(part.toLowerCase()) ? part.toLowerCase() : undefined;
  if (!Array.isArray(part)) return undefined;
  const types = uniqueValues(part.map(toType).filter((type) => typeof type === "string"));
  return types.length > 0 ? types : undefined;
}

/** A pointer to a definition that exists, in the spelling a URI reference takes; undefined for anything else. */
function toReference(pointer: string, context: Context): string | undefined {
  const segment = /^#\/(?:\$?defs|definitions)\/([^/]+)$/.exec(pointer)?.[1];
  if (segment === undefined) return undefined;
  for (const name of [segment, unescapePointer(segment)]) {
    if (name !== undefined && context.definitions.has(name) && name.isWellFormed()) {
      return `#/$defs/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    }
  }
  return undefined;
}

function unescapePointer(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return undefined;
  }
}

/** Keeps what JSON Schema has no place for where a person can still find it. */
function keepForeign(
  schema: UnknownRecord,
  keyword: string,
  part: unknown,
  context: Context,
  here: string,
): void {
  const known = SCHEMA_KEYWORDS.has(keyword) || keyword.includes("ref");
  if (known) context.warnings.push({ code: "schema-unreadable", subject: here });
  setOwn(schema, keyword.startsWith("x-ion-") ? keyword : `x-ion-${keyword}`, part);
}

/**
 * What every template gets wrong about an order item: it requires `vendor` and `providerName`, which the order request
 * doesn't know, and hides the fixed action in a description. Source: CONTRACT.md section 5.3, steps 6 and 7.
 */
function fixOrderItem(orderItem: unknown): void {
  if (!isRecord(orderItem)) return;
  const required = uniqueStrings(own(orderItem, "required")).filter(
    (name) => name !== "vendor" && name !== "providerName",
  );
  if (required.length > 0) orderItem.required = required;
  else delete orderItem.required;

  const action = own(own(orderItem, "properties"), "action");
  const fixed = /^\s*(create|update)\s*$/i.exec(String(own(action, "description") ?? ""))?.[1];
  if (isRecord(action) && fixed !== undefined) action.const = fixed.toUpperCase();
}

function uniqueStrings(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((entry): entry is string => typeof entry === "string"))];
}

function uniqueValues(values: unknown[]): unknown[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    if (key === undefined || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function asRecord(value: unknown): UnknownRecord {
  return isRecord(value) ? value : {};
}
