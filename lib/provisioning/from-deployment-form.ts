import type { AttributeProperty } from "./attribute-schema";
import { toProductProperty, withEntryWords } from "./deployment-property";
import { findDeploymentForms } from "./find-deployment-forms";
import type { FieldGroup } from "./form-ui";
import { isUsableName, toPropertyKey } from "./property-key";
import { isRecord, own, type UnknownRecord } from "./record";
import type { TemplateWarning } from "./warnings";

/** What a product itself asks, ready to be merged with its vendor's template. */
export interface ProductForm {
  /** By property key, in the order of the layout; fields the layout forgets come last. */
  properties: Record<string, AttributeProperty>;
  required: string[];
  /** The layout: sections with a title, and untitled runs of fields between them. */
  groups: FieldGroup[];
  warnings: TemplateWarning[];
}

/**
 * Turns a product's deployment (any wrapping, see `findDeploymentForms`) into properties and a layout. Null when the
 * product asks nothing. Source: CONTRACT.md section 5.4.
 */
export function fromDeploymentForm(deployment: unknown): ProductForm | null {
  const { forms, inputFields } = findDeploymentForms(deployment);
  const draft: Draft = {
    properties: new Map(),
    required: new Set(),
    groups: [],
    laidOut: new Set(),
    warnings: [],
  };
  for (const form of forms) addForm(draft, form);
  for (const field of inputFields) addInputField(draft, field);
  if (draft.properties.size === 0) return null;

  addToOpenGroup(
    draft,
    [...draft.properties.keys()].filter((key) => !draft.laidOut.has(key)),
  );
  const order = draft.groups.flatMap((group) => group.keys);
  return {
    properties: Object.fromEntries(
      order.flatMap((key) => {
        const property = draft.properties.get(key);
        return property === undefined ? [] : [[key, property] as const];
      }),
    ),
    required: order.filter((key) => draft.required.has(key)),
    groups: draft.groups,
    warnings: draft.warnings,
  };
}

interface Draft {
  properties: Map<string, AttributeProperty>;
  required: Set<string>;
  groups: FieldGroup[];
  laidOut: Set<string>;
  warnings: TemplateWarning[];
}

function addForm(draft: Draft, form: UnknownRecord): void {
  const schema = own(form, "schema");
  const properties = own(schema, "properties");
  for (const [name, raw] of Object.entries(isRecord(properties) ? properties : {})) {
    if (!isUsableName(name)) {
      draft.warnings.push({ code: "attribute-name-unusable", subject: String(name).toWellFormed() });
    } else if (!draft.properties.has(toPropertyKey(name))) {
      draft.properties.set(toPropertyKey(name), toProductProperty(name, raw, draft.warnings));
    }
  }
  for (const name of asArray(own(schema, "required"))) {
    if (isUsableName(name) && draft.properties.has(toPropertyKey(name)))
      draft.required.add(toPropertyKey(name));
  }
  for (const entry of asArray(own(form, "form"))) layOut(draft, entry);
}

/** Lays out one entry: a section with its fields, or a field. Sections hold fields only; deeper ones are flattened. */
function layOut(draft: Draft, entry: unknown): void {
  const fields = leaves(entry);
  if (own(entry, "widget") === "SECTION") {
    const keys = fields.flatMap((field) => placeField(draft, field));
    if (keys.length === 0) return;
    draft.groups.push({
      id: `product-${draft.groups.length + 1}`,
      ...optionalText("title", own(entry, "title")),
      ...optionalText("description", own(entry, "description")),
      keys,
    });
  } else {
    addToOpenGroup(
      draft,
      fields.flatMap((field) => placeField(draft, field)),
    );
  }
}

/** The fields under an entry. An entry with items is a container, whatever its widget says. */
function leaves(entry: unknown, depth = 0): unknown[] {
  const items = asArray(own(entry, "items"));
  if (items.length === 0 && own(entry, "widget") === "SECTION") return [];
  if (items.length === 0 || depth > 8) return [entry];
  return items.flatMap((item) => leaves(item, depth + 1));
}

function placeField(draft: Draft, entry: unknown): string[] {
  const name = own(entry, "key");
  const key = isUsableName(name) ? toPropertyKey(name) : undefined;
  const property = key === undefined ? undefined : draft.properties.get(key);
  if (key === undefined || property === undefined) {
    draft.warnings.push({ code: "unknown-form-key", ...(typeof name === "string" ? { subject: name } : {}) });
    return [];
  }
  if (draft.laidOut.has(key)) return [];
  draft.laidOut.add(key);
  draft.properties.set(key, withEntryWords(property, entry, draft.warnings));
  return [key];
}

/** Fields outside sections share an untitled group as long as no section comes between them. */
function addToOpenGroup(draft: Draft, keys: string[]): void {
  if (keys.length === 0) return;
  const last = draft.groups.at(-1);
  if (last !== undefined && last.title === undefined && last.description === undefined)
    last.keys.push(...keys);
  else draft.groups.push({ id: `product-${draft.groups.length + 1}`, keys });
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  NUMBER: "number",
  STRING_LIST: "array",
  NUMBER_LIST: "array",
};

/** `{name, label, type: API_PARAMETER_TYPE_*, defaultValue, description}`; a form's field of the same name wins. */
function addInputField(draft: Draft, field: UnknownRecord): void {
  const name = own(field, "name");
  if (!isUsableName(name) || draft.properties.has(toPropertyKey(name))) return;
  const kind = String(own(field, "type") ?? "").replace(/^API_PARAMETER_TYPE_/, "");
  const type = Object.hasOwn(INPUT_TYPES, kind) ? INPUT_TYPES[kind] : "string";
  const property = toProductProperty(name, { type, default: own(field, "defaultValue") }, draft.warnings);
  draft.properties.set(toPropertyKey(name), {
    ...property,
    ...optionalText("title", own(field, "label")),
    ...optionalText("description", own(field, "description")),
  });
}

function optionalText<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return typeof value === "string" && value.trim() !== "" ? ({ [key]: value } as { [P in K]?: string }) : {};
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
