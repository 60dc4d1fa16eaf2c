import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import type { AttributeProperty, AttributeSchema, AttributeValue } from "./attribute-schema";
import { cleanValues } from "./clean-values";
import { latestDateOnEarth } from "./today";

/** What is wrong with one answer. Each code has a sentence in the messages, under `errors`. */
export type ProblemCode =
  | "required"
  | "tooShort"
  | "tooLong"
  | "choice"
  | "email"
  | "date"
  | "dateInFuture"
  | "uuid"
  | "phone"
  | "domain"
  | "domainPrefix"
  | "digits"
  | "pattern"
  | "number"
  | "integer"
  | "json"
  | "duplicate"
  | "notAsked"
  | "invalid";

/** One answer that can't be sent, and why. */
export interface FieldProblem {
  /** Property key of the schema. */
  key: string;
  code: ProblemCode;
  params: Record<string, number>;
  /** The product's own words, which then take the place of ours. */
  message?: string;
}

/** What to check against besides the schema. */
export interface ValidationOptions {
  /** The last day that counts as not in the future, YYYY-MM-DD. Default: the latest date anywhere on earth. */
  today?: string;
}

/**
 * Checks answers against a provisioning form's schema: the one validator for browser and server, and free of `eval`,
 * which the content security policy forbids. Blank answers count as missing. At most one problem per field, in the
 * schema's order, then answers nobody asked for. An empty list means they can be sent.
 */
export function findProblems(
  schema: AttributeSchema,
  values: unknown,
  options: ValidationOptions = {},
): FieldProblem[] {
  const answers = cleanValues(schema, values);
  const required = new Set(schema.required ?? []);
  const problems: FieldProblem[] = [];

  for (const [key, property] of Object.entries(schema.properties)) {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined) {
      if (required.has(key)) problems.push({ key, code: "required", params: {} });
    } else {
      const problem = problemOf(property, answer, options);
      if (problem !== undefined) problems.push({ key, ...problem, ...ownWords(property) });
    }
  }
  for (const key of Object.keys(answers)) {
    if (!Object.hasOwn(schema.properties, key)) problems.push({ key, code: "notAsked", params: {} });
  }
  return problems;
}

/** True when this answer, taken alone, fits its property. */
export function isValidAnswer(
  property: AttributeProperty,
  answer: AttributeValue,
  options?: ValidationOptions,
) {
  return problemOf(property, answer, options ?? {}) === undefined;
}

type Finding = Pick<FieldProblem, "code" | "params">;

function problemOf(
  property: AttributeProperty,
  answer: unknown,
  options: ValidationOptions,
): Finding | undefined {
  // Patterns come from outside: a text longer than allowed never reaches one.
  const { maxLength } = property;
  if (typeof answer === "string" && maxLength !== undefined && [...answer].length > maxLength) {
    return { code: "tooLong", params: { max: maxLength } };
  }
  const validator = new Validator(toPlainSchema(property), "2020-12", false);
  const found = strongest(validator.validate(answer).errors);
  if (found !== undefined) return toFinding(property, found);
  if (property.format === "json" && !isJson(answer)) return { code: "json", params: {} };
  if (property["x-ion-not-future"] && typeof answer === "string") {
    if (answer > (options.today ?? latestDateOnEarth())) return { code: "dateInFuture", params: {} };
  }
  return undefined;
}

/** Only what the validator judges: it would take our notes for schemas, and has no `json` or `password` format. */
function toPlainSchema(property: AttributeProperty): Schema {
  const entries = Object.entries(property).filter(
    ([keyword, value]) =>
      value !== undefined &&
      !keyword.startsWith("x-ion-") &&
      keyword !== "default" &&
      !(keyword === "format" && (value === "json" || value === "password")),
  );
  return structuredClone(Object.fromEntries(entries));
}

/** The keyword that tells a person most, when several fail at once. */
const PRIORITY = [
  "type",
  "maxLength",
  "minLength",
  "minItems",
  "const",
  "enum",
  "oneOf",
  "uniqueItems",
  "format",
];

function strongest(errors: readonly OutputUnit[]): OutputUnit | undefined {
  const rank = ({ keyword }: OutputUnit) => {
    const position = PRIORITY.indexOf(keyword);
    return position === -1 ? PRIORITY.length : position;
  };
  return [...errors].sort((one, other) => rank(one) - rank(other))[0];
}

function toFinding(property: AttributeProperty, { keyword }: OutputUnit): Finding {
  switch (keyword) {
    case "type":
      return {
        code: property.type === "integer" || property.type === "number" ? property.type : "invalid",
        params: {},
      };
    case "maxLength":
      return { code: "tooLong", params: { max: property.items?.maxLength ?? property.maxLength ?? 0 } };
    case "minLength":
      return { code: "tooShort", params: { min: property.minLength ?? 1 } };
    case "minItems":
      return { code: "required", params: {} };
    case "const":
    case "enum":
    case "oneOf":
      return { code: "choice", params: {} };
    case "uniqueItems":
      return { code: "duplicate", params: {} };
    case "format":
      return { code: formatCode(property), params: {} };
    case "pattern":
      return { code: property["x-ion-rule"] ?? "pattern", params: {} };
    default:
      return { code: "invalid", params: {} };
  }
}

function formatCode({ format }: AttributeProperty): ProblemCode {
  return format === "email" || format === "date" || format === "uuid" || format === "json"
    ? format
    : "invalid";
}

function ownWords(property: AttributeProperty): { message?: string } {
  const message = property["x-ion-message"];
  return message === undefined ? {} : { message };
}

function isJson(answer: unknown): boolean {
  try {
    JSON.parse(String(answer));
    return true;
  } catch {
    return false;
  }
}
