import { type Schema, Validator } from "@cfworker/json-schema";
import type {
  ErrorSchema,
  RJSFSchema,
  RJSFValidationError,
  ValidationData,
  ValidatorType,
} from "@rjsf/utils";
import { type AttributeValues, isAttributeSchema } from "./attribute-schema";
import { problemMessage, type TranslateProblem } from "./problem-message";
import { browserToday } from "./today";
import { type FieldProblem, findProblems } from "./validator";

/**
 * The server's validator in the shape RJSF asks for, with sentences in the person's language. It knows the flat
 * schemas of provisioning forms; `isValid` takes any schema, since RJSF asks it about single choices.
 */
export function createRjsfValidator(translate: TranslateProblem): ValidatorType<AttributeValues, RJSFSchema> {
  const check = (schema: RJSFSchema, formData: unknown) =>
    isAttributeSchema(schema) ? findProblems(schema, formData, { today: browserToday() }) : [];

  return {
    validateFormData: (formData, schema) => toValidationData(check(schema, formData), schema, translate),
    rawValidation: <Result>(schema: RJSFSchema, formData?: AttributeValues) => ({
      errors: check(schema, formData) as Result[],
    }),
    isValid: (schema, formData) => isValidUnder(schema, formData),
  };
}

function toValidationData(
  problems: FieldProblem[],
  schema: RJSFSchema,
  translate: TranslateProblem,
): ValidationData<AttributeValues> {
  const errors = problems.map((problem) => toRjsfError(problem, schema, translate));
  const entries = errors.map(({ name, message = "" }) => [name, { __errors: [message] }]);
  return { errors, errorSchema: Object.fromEntries(entries) as ErrorSchema<AttributeValues> };
}

function toRjsfError(
  problem: FieldProblem,
  schema: RJSFSchema,
  translate: TranslateProblem,
): RJSFValidationError {
  const title = isAttributeSchema(schema)
    ? (schema.properties[problem.key]?.title ?? problem.key)
    : problem.key;
  const message = problemMessage(problem, translate);
  return {
    name: problem.key,
    message,
    params: problem.params,
    property: `.${problem.key}`,
    schemaPath: `#/properties/${problem.key}`,
    stack: `${title}: ${message}`,
    title,
  };
}

function isValidUnder(schema: unknown, value: unknown): boolean {
  if (typeof schema === "boolean") return schema;
  try {
    return new Validator(structuredClone(schema) as Schema, "2020-12").validate(value).valid;
  } catch {
    return false;
  }
}
