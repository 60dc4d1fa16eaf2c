import { isPlainObject, type Json } from "./plain-object";

/**
 * The fields of a raw answer that only Ion's answer about a single item holds. A list's answer says nothing of them, so it
 * takes none away, and it is compared without them.
 */
export type DetailFields = {
  /** The raw answer as a list would have it; the very same object when it holds no such field. */
  without(raw: Json): Json;
  /** A list's raw answer with the fields that were kept from an earlier answer about the item. */
  merged(kept: Json, listed: Json): Json;
};

/**
 * Detail fields by their paths: `etag`, or `orderItems.*.catalogAttributes` for a field of each row of a list, whose rows
 * are told apart by their place.
 */
export function detailFields(...paths: string[]): DetailFields {
  const split = paths.map((path) => path.split("."));
  return {
    without: (raw) => split.reduce<Json>((left, path) => removed(left, path) as Json, raw),
    merged: (kept, listed) => split.reduce<Json>((made, path) => filled(made, kept, path) as Json, listed),
  };
}

/** `value` without what is at the path; the same object when nothing is. */
function removed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (key === "*") {
    if (!Array.isArray(value)) return value;
    const rows = value.map((row) => removed(row, rest));
    return rows.some((row, index) => row !== value[index]) ? rows : value;
  }
  if (!isPlainObject(value) || value[key] === undefined) return value;
  if (rest.length === 0) {
    const { [key]: _removed, ...left } = value;
    return left;
  }
  const inner = removed(value[key], rest);
  return inner === value[key] ? value : { ...value, [key]: inner };
}

/** `value` with what `kept` has at the path, unless it has something there itself. */
function filled(value: unknown, kept: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value ?? kept;
  if (key === "*") {
    if (!Array.isArray(value) || !Array.isArray(kept) || value.length !== kept.length) return value;
    return value.map((row, index) => filled(row, kept[index], rest));
  }
  if (!isPlainObject(value) || !isPlainObject(kept)) return value;
  const inner = filled(value[key], kept[key], rest);
  return inner === undefined || inner === value[key] ? value : { ...value, [key]: inner };
}
