import { describe, expect, it } from "vitest";
import { templateById } from "./fixtures/raw-template";
import { templateSpec } from "./fixtures/templates";
import { toFieldErrors } from "./problem-message";
import { createRjsfValidator } from "./rjsf-validator";
import { toAttributeSchema } from "./to-attribute-schema";
import { findProblems } from "./validator";

const translate = (code: string, params: Record<string, number>) => `${code} ${JSON.stringify(params)}`;
const validator = createRjsfValidator(translate);
const { schema } = toAttributeSchema(templateById(templateSpec("30")));
const answers = { domainName: "contoso.onmicrosoft.com", agreementEmail: "x".repeat(300) };

describe("createRjsfValidator", () => {
  it("says in the browser what the server says", () => {
    const { errors, errorSchema } = validator.validateFormData(answers, schema);
    const server = toFieldErrors(findProblems(schema, answers), translate);
    expect(Object.fromEntries(errors.map((error) => [error.name, [error.message]]))).toEqual(server);
    expect(errorSchema).toMatchObject({
      domainName: { __errors: ["domainPrefix {}"] },
      agreementEmail: { __errors: ['tooLong {"max":256}'] },
      agreementFirstName: { __errors: ["required {}"] },
    });
  });

  it("has nothing to say about an empty form that asks nothing", () => {
    const empty = { type: "object" as const, properties: {} };
    expect(validator.validateFormData(undefined, empty)).toEqual({ errors: [], errorSchema: {} });
  });

  it("answers what RJSF asks about single choices, and no to what is no schema", () => {
    expect(validator.isValid({ const: "a" }, "a" as never, {})).toBe(true);
    expect(validator.isValid({ const: "a" }, "b" as never, {})).toBe(false);
    expect(validator.isValid({ $ref: "#/nowhere" }, {}, {})).toBe(false);
  });
});
