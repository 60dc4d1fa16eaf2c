import type { Lookup } from "./attribute-dictionary";
import type { AttributeProperty, AttributeSchema } from "./attribute-schema";
import { humanise } from "./humanise";
import { wireName } from "./to-attributes";

/**
 * Gives every question a title and, where we have one, a help text: the product's words if it brought some, else the
 * messages under `attributes.<name>` (a template may have words of its own under `templates.<id>.<name>`), else the
 * name made readable.
 */
export function labelSchema(
  schema: AttributeSchema,
  templateId: string | undefined,
  t: Lookup,
): AttributeSchema {
  const properties: Record<string, AttributeProperty> = {};
  for (const [key, property] of Object.entries(schema.properties)) {
    const say = attributeLookup(wireName(key, property), templateId, t);
    const title = property.title ?? say("title") ?? humanise(wireName(key, property));
    const description = property.description ?? say("help");
    properties[key] = { ...property, title, ...(description === undefined ? {} : { description }) };
  }
  return { ...schema, properties };
}

/** The texts for one attribute: the template's own first. Names that are no plain word have none. */
export function attributeLookup(
  name: string,
  templateId: string | undefined,
  t: Lookup,
): (part: "title" | "help" | "placeholder") => string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return () => undefined;
  return (part) => {
    const special = templateId === undefined ? undefined : t(`templates.${templateId}.${name}.${part}`);
    return special ?? t(`attributes.${name}.${part}`);
  };
}
