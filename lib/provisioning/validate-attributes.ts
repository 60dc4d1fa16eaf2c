import type { AttributeSchema, AttributeValues } from "./attribute-schema";
import { cleanValues } from "./clean-values";
import { type IonAttribute, toAttributes } from "./to-attributes";
import { type FieldProblem, findProblems, type ValidationOptions } from "./validator";

/** Either what may be sent to Ion, or what stands in the way. */
export type AttributesResult =
  | { ok: true; values: AttributeValues; attributes: IonAttribute[] }
  | { ok: false; problems: FieldProblem[] };

/**
 * The server's check before anything reaches Ion: the same schema and the same validator as in the browser. `values`
 * may be anything; it came over the wire. Fixed attributes are added, since nobody can answer them otherwise.
 */
export function validateAttributes(
  schema: AttributeSchema,
  values: unknown,
  options?: ValidationOptions,
): AttributesResult {
  const answers = { ...cleanValues(schema, values), ...fixedValues(schema) };
  const problems = findProblems(schema, answers, options);
  if (problems.length > 0) return { ok: false, problems };
  // The validator has just established the types.
  const checked = answers as AttributeValues;
  return { ok: true, values: checked, attributes: toAttributes(schema, checked) };
}

/** The attributes with only one possible value, such as `operations`: never shown, always sent. */
export function fixedValues(schema: AttributeSchema): AttributeValues {
  const fixed: AttributeValues = {};
  for (const [key, property] of Object.entries(schema.properties)) {
    if (property.const !== undefined) fixed[key] = property.const;
  }
  return fixed;
}
