import { inferProperty } from "./attribute-format";
import { readAttributeNames } from "./attribute-names";
import type { AttributeProperty, AttributeSchema } from "./attribute-schema";
import { isUsableName, toPropertyKey } from "./property-key";
import { own, type UnknownRecord } from "./record";
import { toTemplateId } from "./template-id";
import { type TemplateOverride, templateOverride } from "./template-overrides";
import { DIALECT, templateUrn, toPayloadSchema } from "./to-payload-schema";
import type { TemplateWarning } from "./warnings";

/** What forms use, and what was odd on the way to it. */
export interface AttributeSchemaResult {
  /** Ion's URL spelling; undefined when the template carries no id we know the form of. */
  templateId: string | undefined;
  schema: AttributeSchema;
  warnings: TemplateWarning[];
}

/**
 * Turns a raw provisioning template into the schema a form is made from: one property per attribute in the template's
 * order, with the format its name implies, the choices Ion documents and, where we know them, what is required or
 * fixed. A required name the template no longer offers is not required, and reported as drift.
 * Source: CONTRACT.md section 5.3, "Attribute schema".
 */
export function toAttributeSchema(template: UnknownRecord): AttributeSchemaResult {
  const id = own(template, "id") ?? own(template, "x-ion-id") ?? own(template, "$id");
  const templateId = toTemplateId(id);
  const override = templateOverride(templateId);
  const payload = toPayloadSchema(template);
  const warnings = [...payload.warnings];

  const names = usableNames(payload.schema, override, warnings);
  const title = own(template, "title");
  return {
    templateId,
    schema: {
      ...(typeof title === "string" ? { title } : {}),
      ...schemaFromNames(names, override, warnings),
      $id: `${templateUrn(id)}:attributes`,
    },
    warnings,
  };
}

/** The schema for a plain list of attribute names; also what an empty form is. */
export function schemaFromNames(
  names: readonly string[],
  override: TemplateOverride | undefined,
  warnings: TemplateWarning[],
): AttributeSchema {
  const properties: Record<string, AttributeProperty> = {};
  for (const name of names) properties[toPropertyKey(name)] = toProperty(name, override);

  const required = (override?.required ?? []).filter((name) => {
    if (names.includes(name)) return true;
    warnings.push({ code: "required-not-offered", subject: name });
    return false;
  });
  const isRequiredUnknown = override === undefined && names.length > 0;
  return {
    $schema: DIALECT,
    $id: `${templateUrn(undefined)}:attributes`,
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 ? { required: required.map(toPropertyKey) } : {}),
    properties,
    ...(isRequiredUnknown ? { "x-ion-required-unknown": true } : {}),
  };
}

function usableNames(
  payload: UnknownRecord | null,
  override: TemplateOverride | undefined,
  warnings: TemplateWarning[],
): string[] {
  const offered = payload === null ? [] : readAttributeNames(payload);
  const names = new Set<string>();
  for (const name of offered) {
    if (isUsableName(name)) names.add(name);
    else warnings.push({ code: "attribute-name-unusable", subject: subjectOf(name) });
  }
  if (names.size > 0) return [...names];
  warnings.push({ code: "no-attribute-names" });
  return [...(override?.names ?? [])];
}

function toProperty(name: string, override: TemplateOverride | undefined): AttributeProperty {
  const key = toPropertyKey(name);
  const special =
    override !== undefined && Object.hasOwn(override.properties, name) ? override.properties[name] : {};
  const property: AttributeProperty = {
    ...inferProperty(name),
    ...structuredClone(special),
    ...(key === name ? {} : { "x-ion-name": name }),
  };
  if (property.enum === undefined) delete property.enum;
  return property;
}

function subjectOf(name: unknown): string {
  return typeof name === "string" ? name.toWellFormed() : (JSON.stringify(name) ?? String(name));
}
