import type { AttributeSchema } from "./attribute-schema";
import { isRecord, own } from "./record";
import { wireName } from "./to-attributes";

/** One line of Ion's refusal, its code trimmed (Ion writes `"COMM-VL-001 "`). */
export interface IonRefusal {
  code: string;
  detail: string;
  /** Property key of the field it is about; null when it is about the order as a whole. */
  key: string | null;
}

/** The refusal in the two forms the portal uses, and its lines for whoever wants to say more. */
export interface MappedIonErrors {
  refusals: IonRefusal[];
  /** Sentences by property key; what concerns no field is under the empty key. */
  fieldErrors: Record<string, string[]>;
  /** The same for RJSF's `extraErrors`. */
  extraErrors: ExtraErrors;
}

/** RJSF's error schema for a flat form. */
export interface ExtraErrors {
  __errors?: string[];
  [key: string]: { __errors?: string[] } | string[] | undefined;
}

/** Says a refusal in the person's language; undefined leaves Ion's own sentence. */
export type SayRefusal = (refusal: IonRefusal) => string | undefined;

/**
 * Maps Ion's refusal of an order's provisioning data to the fields of the form. `errors` is Ion's error body, its
 * `details`, or the list of `{code, detail, instancePath | attribute}` itself; whatever can't be read yields nothing. A name in the
 * detail counts only if the form has that field.
 * Source: CONTRACT.md section 0.1, shape E3; `instancePath` from the OpenAPI document's `Error`.
 */
export function mapIonErrors(schema: AttributeSchema, errors: unknown, say?: SayRefusal): MappedIonErrors {
  const refusals = findErrors(errors).map((error) => toRefusal(schema, error));
  const fieldErrors = new Map<string, string[]>();
  const extraErrors: ExtraErrors = {};
  for (const refusal of refusals) {
    const sentence = say?.(refusal) ?? refusal.detail;
    const field = refusal.key ?? "";
    fieldErrors.set(field, unique([...(fieldErrors.get(field) ?? []), sentence]));
  }
  for (const [field, sentences] of fieldErrors) {
    if (field === "") extraErrors.__errors = sentences;
    else extraErrors[field] = { __errors: sentences };
  }
  return { refusals, fieldErrors: Object.fromEntries(fieldErrors), extraErrors };
}

/** `fieldErrors` of an action's answer as RJSF's `extraErrors`; fields the form does not have go to the form. */
export function toExtraErrors(schema: AttributeSchema, fieldErrors: Record<string, string[]>): ExtraErrors {
  const extraErrors: ExtraErrors = {};
  for (const [key, sentences] of Object.entries(fieldErrors)) {
    if (Object.hasOwn(schema.properties, key)) extraErrors[key] = { __errors: sentences };
    else extraErrors.__errors = unique([...(extraErrors.__errors ?? []), ...sentences]);
  }
  return extraErrors;
}

interface RawError {
  code: string;
  detail: string;
  /** Where Ion says the fault is: a path, or the attribute's name that our client read out of it. */
  place: string;
}

function findErrors(source: unknown, depth = 0): RawError[] {
  if (depth > 4) return [];
  if (Array.isArray(source)) return source.flatMap((entry) => findErrors(entry, depth + 1));
  if (!isRecord(source)) return [];
  for (const key of ["details", "errors"]) {
    const inner = own(source, key);
    if (Array.isArray(inner)) return findErrors(inner, depth + 1);
  }
  const [code, detail] = [own(source, "code"), own(source, "detail")];
  const place = own(source, "instancePath") ?? own(source, "attribute");
  if (typeof code !== "string" && typeof detail !== "string") return [];
  return [{ code: trimmed(code), detail: trimmed(detail) || trimmed(code), place: trimmed(place) }];
}

function toRefusal(schema: AttributeSchema, { code, detail, place }: RawError): IonRefusal {
  return { code, detail, key: fieldAt(schema, place) ?? fieldIn(schema, detail) ?? null };
}

/** `/orderItems/0/attributes/2` counts in what was sent, which we no longer have: only a name in the path helps. */
function fieldAt(schema: AttributeSchema, place: string): string | undefined {
  const steps = place.split(/[/.[\]'"]+/).filter((step) => step !== "");
  return steps
    .reverse()
    .map((step) => keyOf(schema, step))
    .find((key) => key !== undefined);
}

/** Names stand in quotes: `The 'domainName' attribute must be present in ...`; the first one that is a field counts. */
function fieldIn(schema: AttributeSchema, detail: string): string | undefined {
  for (const [, quoted = ""] of detail.matchAll(/['"‘“`]([^'"’”`]{1,300})['"’”`]/g)) {
    const name = quoted.split(".").at(-1) ?? quoted;
    const key = keyOf(schema, quoted) ?? keyOf(schema, name);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Exact name first; then in any case, since Ion mixes `Order.orderItem` with `order.orderItem`. */
function keyOf(schema: AttributeSchema, name: string): string | undefined {
  const fields = Object.entries(schema.properties).map(
    ([key, property]) => [key, wireName(key, property)] as const,
  );
  const exact = fields.find(([, wire]) => wire === name);
  return (exact ?? fields.find(([, wire]) => wire.toLowerCase() === name.toLowerCase()))?.[0];
}

function trimmed(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function unique(sentences: string[]): string[] {
  return [...new Set(sentences)];
}
