import {
  ATTRIBUTE_GROUPS,
  type AttributeGroup,
  attributeInfo,
  attributeRank,
  type Lookup,
} from "./attribute-dictionary";
import type { AttributeProperty, AttributeSchema } from "./attribute-schema";
import type { FieldGroup, FieldUi, ProvisioningUiSchema, WidgetName } from "./form-ui";
import { attributeLookup } from "./label-schema";
import type { Prefill } from "./prefill";
import { wireName } from "./to-attributes";

export interface UiSchemaInput {
  templateId: string | undefined;
  /** Sections the product lays out; its fields leave the sections we would put them in. */
  productGroups: readonly FieldGroup[];
  prefill: Pick<Prefill, "sources" | "suggestions">;
  t: Lookup;
}

/**
 * How the theme draws a labelled schema: sections in a sensible order, a control per question, hints for the keyboard,
 * and fixed attributes hidden. The browser never completes a field by itself: the answers are the customer's, and it
 * would offer the data of the person who is typing.
 */
export function toUiSchema(schema: AttributeSchema, input: UiSchemaInput): ProvisioningUiSchema {
  const entries = Object.entries(schema.properties);
  const hidden = entries.filter(([, property]) => property.const !== undefined).map(([key]) => key);
  const groups = toGroups(schema, new Set(hidden), input);
  const uiSchema: ProvisioningUiSchema = {
    "ui:order": [...groups.flatMap((group) => group.keys), ...hidden],
    "ui:options": { groups },
  };
  for (const [key, property] of entries) {
    uiSchema[key] = toFieldUi(key, property, schema.required?.includes(key) ?? false, input);
  }
  return uiSchema;
}

/** Sections that most people skip: closed until opened. */
const FOLDED: ReadonlySet<AttributeGroup> = new Set(["reservation"]);

function toGroups(schema: AttributeSchema, hidden: ReadonlySet<string>, input: UiSchemaInput): FieldGroup[] {
  const laidOut = new Set(input.productGroups.flatMap((group) => group.keys));
  const rest = Object.entries(schema.properties)
    .filter(([key]) => !laidOut.has(key) && !hidden.has(key))
    .map(([key, property]) => ({ key, name: wireName(key, property) }))
    .sort((one, other) => attributeRank(one.name) - attributeRank(other.name));

  const byGroup = (id: AttributeGroup): FieldGroup[] => {
    const keys = rest
      .filter(({ name }) => attributeInfo(name, input.templateId).group === id)
      .map(({ key }) => key);
    if (keys.length === 0) return [];
    const isFolded = FOLDED.has(id) && !keys.some((key) => schema.required?.includes(key));
    return [{ id, ...groupWords(id, input.t), keys, ...(isFolded ? { collapsed: true } : {}) }];
  };
  const early = ATTRIBUTE_GROUPS.filter((id) => !FOLDED.has(id) && id !== "other").flatMap(byGroup);
  const late = [...byGroup("other"), ...[...FOLDED].flatMap(byGroup)];
  const productGroups = input.productGroups.map((group) => ({ ...group, keys: [...group.keys] }));
  const groups = [...early, ...productGroups, ...late];
  return groups.map((group, index) =>
    withFittingTitle(group, groups.slice(0, index), groups.length, input.t),
  );
}

/** Alone, "more details" would be a title over everything; after others, a run of fields without a title needs one. */
function withFittingTitle(
  group: FieldGroup,
  before: readonly FieldGroup[],
  count: number,
  t: Lookup,
): FieldGroup {
  if (count === 1 && group.id === "other") return { id: group.id, keys: group.keys };
  if (before.length === 0 || group.title !== undefined) return group;
  const isFirstOfProduct = !before.some(({ id }) => id.startsWith("product-"));
  return { ...group, ...groupWords(isFirstOfProduct ? "product" : "other", t) };
}

function groupWords(id: string, t: Lookup): Pick<FieldGroup, "title" | "description"> {
  const title = t(`groups.${id}.title`);
  const description = t(`groups.${id}.description`);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  };
}

function toFieldUi(
  key: string,
  property: AttributeProperty,
  isRequired: boolean,
  input: UiSchemaInput,
): FieldUi {
  const name = wireName(key, property);
  const info = attributeInfo(name, input.templateId);
  const widget = toWidget(property, name, isRequired);
  const placeholder = attributeLookup(name, input.templateId, input.t)("placeholder");
  const enumNames = choiceNames(name, property, input.t);
  const suggestion = input.prefill.suggestions[key];
  const source = input.prefill.sources[key];
  const isTyped = !["hidden", "select", "radio", "checkbox", "checkboxes"].includes(widget);
  return {
    "ui:widget": widget,
    ...(placeholder === undefined || !isTyped ? {} : { "ui:placeholder": placeholder }),
    ...(enumNames === undefined ? {} : { "ui:enumNames": enumNames }),
    "ui:options": {
      ...(isTyped ? { autoComplete: widget === "password" ? "new-password" : "off" } : {}),
      ...(isTyped && info.inputMode !== undefined ? { inputMode: info.inputMode } : {}),
      ...(isTyped && info.isCode ? { isCode: true } : {}),
      ...(isTyped && info.suffix !== undefined ? { suffix: info.suffix } : {}),
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(source === undefined ? {} : { source }),
    },
  };
}

const FEW_CHOICES = 4;
const LONG_TEXT = 1000;

function toWidget(property: AttributeProperty, name: string, isRequired: boolean): WidgetName {
  if (property.const !== undefined) return "hidden";
  const choices = property.oneOf ?? property.enum;
  if (property.type === "array")
    return property.items?.enum || property.items?.oneOf ? "checkboxes" : "lines";
  // A radio button can't be taken back, so only a required question gets them.
  if (choices !== undefined) return isRequired && choices.length <= FEW_CHOICES ? "radio" : "select";
  if (property.type === "boolean") return "checkbox";
  if (property.type === "integer" || property.type === "number") return "number";
  if (property.format === "password") return "password";
  if (property.format === "date") return "date";
  if (property.format === "email") return "email";
  if (property.format === "json" || isLongText(property, name)) return "textarea";
  return property["x-ion-rule"] === "phone" ? "tel" : "text";
}

/** A product's free text may be a sentence or a key file; its name tells which. */
function isLongText({ maxLength = 0 }: AttributeProperty, name: string): boolean {
  return (
    maxLength > LONG_TEXT &&
    /(?:description|comment|notes?|remarks?|address|certificate|(?:public|private|ssh)Key|script)$/i.test(
      name,
    )
  );
}

/** Our words for documented values, in the enum's order; undefined where none of them has any. */
function choiceNames(name: string, property: AttributeProperty, t: Lookup): string[] | undefined {
  if (property.enum === undefined || !/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return undefined;
  const names = property.enum.map((value) =>
    /^[A-Za-z0-9-]+$/.test(String(value)) ? t(`choices.${name}.${value}`) : undefined,
  );
  if (names.every((word) => word === undefined)) return undefined;
  return names.map((word, index) => word ?? String(property.enum?.[index]));
}
