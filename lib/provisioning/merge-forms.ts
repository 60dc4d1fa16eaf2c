import type { AttributeProperty, AttributeSchema } from "./attribute-schema";
import type { FieldGroup } from "./form-ui";
import type { ProductForm } from "./from-deployment-form";
import { schemaFromNames } from "./to-attribute-schema";
import { wireName } from "./to-attributes";
import type { TemplateWarning } from "./warnings";

/** One schema out of what the vendor's template and the product ask. */
export interface MergedForm {
  schema: AttributeSchema;
  /** Sections the product lays out, holding only fields that survived. */
  productGroups: FieldGroup[];
  warnings: TemplateWarning[];
}

/**
 * Merges a template's questions with the product's own, by attribute name. Where both ask for the same thing the
 * product decides how it is asked (label, help, choices, type), the template which names may be sent at all: a product
 * question the template does not allow is dropped and reported. A fixed attribute stays fixed.
 * Source: CONTRACT.md section 5.4 (inferred there).
 */
export function mergeForms(template: AttributeSchema | null, product: ProductForm | null): MergedForm {
  if (product === null) return { schema: template ?? emptySchema(), productGroups: [], warnings: [] };
  const isTemplateSilent = template === null || Object.keys(template.properties).length === 0;
  if (isTemplateSilent) {
    return {
      schema: {
        ...(template ?? emptySchema()),
        properties: product.properties,
        ...required(product.required),
      },
      productGroups: product.groups,
      warnings: [],
    };
  }

  const warnings: TemplateWarning[] = [];
  const properties = { ...template.properties };
  const asked = new Set<string>();
  for (const [key, property] of Object.entries(product.properties)) {
    const ours = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (ours === undefined)
      warnings.push({ code: "field-not-in-template", subject: wireName(key, property) });
    else if (ours.const === undefined) {
      properties[key] = mergeProperty(ours, property);
      asked.add(key);
    }
  }
  const productGroups = product.groups
    .map((group) => ({ ...group, keys: group.keys.filter((key) => asked.has(key)) }))
    .filter((group) => group.keys.length > 0);
  const needed = new Set([...(template.required ?? []), ...product.required.filter((key) => asked.has(key))]);
  return { schema: { ...template, properties, ...required([...needed]) }, productGroups, warnings };
}

/** The product's way of asking; the template's format stays where the product leaves the text free. */
function mergeProperty(template: AttributeProperty, product: AttributeProperty): AttributeProperty {
  const isFreeText =
    product.type === "string" &&
    product.enum === undefined &&
    product.oneOf === undefined &&
    product.pattern === undefined &&
    product.format === undefined;
  if (!isFreeText) return product;
  const { minLength: _min, maxLength: _max, ...words } = product;
  return { ...template, ...words };
}

function emptySchema(): AttributeSchema {
  return schemaFromNames([], undefined, []);
}

function required(keys: string[]): Pick<AttributeSchema, "required"> {
  return keys.length > 0 ? { required: keys } : {};
}
