import { isLosslessNumber } from "lossless-json";
import { z } from "zod";
import { isRecord, toPlain } from "../json";

// Readers for Ion's JSON as it really comes (CONTRACT.md section 0 and 6): int64 as strings, zero values omitted,
// numbers where the documents say strings and the other way round. A missing or null value is null. A value of a
// wrong family (an object where a text belongs) is an issue with its path, which becomes IonError "bad-answer".

type Reader<T> = (value: unknown) => T | undefined;

/** A zod schema from a reader; the reader answers undefined for a value it cannot read. */
function reading<T>(expected: string, read: Reader<T>) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T => {
      const result = read(value);
      if (result !== undefined) return result;
      context.issues.push({ code: "custom", message: `expected ${expected}`, input: value });
      return z.NEVER;
    });
}

function scalarText(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  if (isLosslessNumber(value)) return value.value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return String(value);
  return undefined;
}

/** Text as Ion sent it; null when missing or blank. */
export const text = reading<string | null>("text", (value) => {
  const read = scalarText(value);
  return read === undefined ? undefined : read?.trim() ? read : null;
});

/** Text without the blanks around it, for ids and codes. */
export const code = reading<string | null>("text", (value) => {
  const read = scalarText(value);
  return read === undefined ? undefined : read?.trim() || null;
});

/** An id: a digit string, or the number some answers send (D18). "0" is protobuf for none. */
export const id = reading<string | null>("an id", (value) => {
  const read = scalarText(value);
  if (read === undefined) return undefined;
  const trimmed = read?.trim();
  return !trimmed || trimmed === "0" ? null : trimmed;
});

/**
 * An enum value, upper-cased; null when missing or the `…_UNSPECIFIED` zero value. CANCELED and CANCELLED, COMPLETE and
 * COMPLETED stay as sent: the normal forms beside them treat them as equal (D10, D11, D13).
 */
export const enumeration = reading<string | null>("a word", (value) => {
  const read = scalarText(value);
  if (read === undefined) return undefined;
  const word = read?.trim().toUpperCase();
  return !word || word === "UNSPECIFIED" || /(^|_)(UNSPECIFIED|NOT_SPECIFIED)($|_)/.test(word) ? null : word;
});

/** A whole number from a number or a digit string (D16, D17); null when missing. */
export const integer = reading<number | null>("a whole number", (value) => {
  const read = scalarText(value);
  if (read === undefined) return undefined;
  const trimmed = read?.trim();
  if (!trimmed) return null;
  const number = Number(trimmed);
  return Number.isSafeInteger(number) ? number : undefined;
});

/** The digits of an amount exactly as they stood in the answer; null when missing or empty, which is not zero. */
export const digits = reading<string | null>("an amount", (value) => {
  const read = typeof value === "boolean" ? undefined : scalarText(value);
  if (read === undefined) return undefined;
  const trimmed = read?.trim();
  if (!trimmed) return null;
  return Number.isFinite(Number(trimmed)) ? trimmed : undefined;
});

/** True or false from a boolean, "true"/"True"/"false" or 1/0 (D37); null when missing. */
export const optionalFlag = reading<boolean | null>("true or false", readFlag);

/** Like `optionalFlag`; missing is false, protobuf's omitted zero value. */
export const flag = reading<boolean>("true or false", (value) => {
  const read = readFlag(value);
  return read === null ? false : read;
});

function readFlag(value: unknown): boolean | null | undefined {
  const read = scalarText(value);
  if (read === undefined) return undefined;
  switch (read?.trim().toLowerCase()) {
    case undefined:
    case "":
      return null;
    case "true":
    case "1":
      return true;
    case "false":
    case "0":
      return false;
    default:
      return undefined;
  }
}

/**
 * An ISO 8601 UTC instant. Null when missing, `0001-01-01…` (never set) or not a date at all: the vendor's own samples
 * hold a month 14. `9999-12-31…` stays: it means "no end", which is not the same as unknown; see `isNoEnd`.
 */
export const instant = reading<string | null>("a date", (value) => {
  const read = scalarText(value);
  if (read === undefined) return undefined;
  const trimmed = read?.trim();
  if (!trimmed || trimmed.startsWith("0001-01-01")) return null;
  // Date.parse would take "5" for a month; a date of Ion's starts with a year.
  if (!/^\d{4}-\d{1,2}-\d{1,2}/.test(trimmed)) return null;
  const time = Date.parse(trimmed);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
});

/** True for the date Ion uses for "no end". */
export function isNoEnd(date: string | null): boolean {
  return date?.startsWith("9999-12-31") ?? false;
}

/** A list: missing is empty, a single object is a list of one. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.preprocess((value) => {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value.map(unboxed) : [unboxed(value)];
  }, z.array(item));
}

/** A nested object: missing or null is null. */
export function maybe<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === undefined ? null : unboxed(value)), schema.nullable());
}

/** zod takes a LosslessNumber for an object; its digits make the mistake visible. */
function unboxed(value: unknown): unknown {
  return isLosslessNumber(value) ? value.value : value;
}

/** A list of texts, blanks left out. */
export const texts = listOf(text).transform((values) => values.filter((value) => value !== null));

/** A JSON map of texts, for example pricebookDetails. Values that are not text are left out. */
export const textMap = z
  .unknown()
  .optional()
  .transform((value): Record<string, string> => {
    const entries: [string, string][] = [];
    if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const read = scalarText(inner);
        if (typeof read === "string") entries.push([key, read]);
      }
    }
    return Object.fromEntries(entries);
  });

/** Whatever is there, as plain JSON; null when missing. */
export const anything = z
  .unknown()
  .optional()
  .transform((value): unknown => (value === undefined ? null : toPlain(value)));

/**
 * A resource: reads it with the schema and adds `raw`, Ion's object as plain JSON (secrets already stripped by the
 * transport). An object with none of the schema's fields is something else, not a resource with nothing in it.
 */
export function withRaw<S extends z.ZodObject>(schema: S) {
  return z.unknown().transform((value, context): z.output<S> & { raw: Record<string, unknown> } => {
    const result = schema.safeParse(value);
    if (!result.success) {
      for (const { message, path } of result.error.issues) {
        context.issues.push({ code: "custom", message, path: [...path], input: value });
      }
      return z.NEVER;
    }
    if (!hasAny(value, Object.keys(schema.shape))) {
      context.issues.push({ code: "custom", message: "none of the expected fields", input: value });
      return z.NEVER;
    }
    const raw = toPlain(value);
    return { ...result.data, raw: isRecord(raw) ? raw : {} };
  });
}

/**
 * The outermost object of a list's answer. `{}` is an empty list, since Ion leaves empty fields out; anything else must
 * have one of the fields (or of those named in `alsoKnown`), or a stranger's JSON would read as an empty list.
 */
export function listBody<S extends z.ZodRawShape>(shape: S, alsoKnown: string[] = []) {
  const known = [...Object.keys(shape), ...alsoKnown];
  return z.preprocess((value, context) => {
    if (isRecord(value) && Object.keys(value).length > 0 && !hasAny(value, known)) {
      context.addIssue({ code: "custom", message: "the list is missing", path: known.slice(0, 1) });
    }
    return value;
  }, z.object(shape));
}

function hasAny(value: unknown, keys: string[]): boolean {
  return isRecord(value) && keys.some((key) => value[key] !== undefined);
}

/** The id after a collection in a resource name: `idIn("accounts/1/customers/22/orders/3", "customers")` is "22". */
export function idIn(name: string | null, collection: string): string | null {
  if (!name) return null;
  const segments = name.split("/");
  const at = segments.indexOf(collection);
  return at === -1 ? null : segments[at + 1]?.trim() || null;
}

/** The last segment of a resource name, or the name itself when it is a bare id. */
export function lastSegment(name: string | null): string | null {
  return name?.split("/").at(-1)?.trim() || null;
}
