import { isRecord, own, type UnknownRecord } from "./record";

/**
 * The attribute names a normalised template allows, in its order: the enum of `name` in the pair that
 * `orderItems[].attributes[]` holds. May contain duplicates and odd values; the caller sorts those out.
 * Source: CONTRACT.md section 5.2.
 */
export function readAttributeNames(payload: UnknownRecord): unknown[] {
  const viaOrder = follow(payload, [
    "properties",
    "orderItems",
    "items",
    "properties",
    "attributes",
    "items",
  ]);
  for (const pair of [own(own(payload, "$defs"), "attributes"), viaOrder]) {
    const names = allowedValues(own(own(pair, "properties"), "name"));
    if (names.length > 0) return names;
  }
  return [];
}

function follow(root: UnknownRecord, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => resolve(root, own(at, step)), root);
}

/** Follows at most a few references: a circle of them leads nowhere. */
function resolve(root: UnknownRecord, schema: unknown, hops = 5): unknown {
  const reference = own(schema, "$ref");
  if (typeof reference !== "string" || hops === 0) return schema;
  const name = decodeURIComponent(reference.slice("#/$defs/".length))
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  return resolve(root, own(own(root, "$defs"), name), hops - 1);
}

function allowedValues(name: unknown): unknown[] {
  if (!isRecord(name)) return [];
  const fixed = own(name, "const");
  const choices = own(name, "enum");
  if (Array.isArray(choices)) return choices;
  if (fixed !== undefined) return [fixed];
  return [own(name, "oneOf"), own(name, "anyOf")].flatMap((branches) =>
    Array.isArray(branches)
      ? branches.map((branch) => own(branch, "const")).filter((value) => value !== undefined)
      : [],
  );
}
