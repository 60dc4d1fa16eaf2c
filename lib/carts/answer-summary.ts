import type { AttributeProperty, AttributeValue, AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import { fieldUi } from "@/lib/provisioning/form-ui";

/** One answered question as it is read back before the order. */
export type AnsweredQuestion = { key: string; title: string; text: string; isDate: boolean };

/**
 * The answers in words, in the order of the form: choices by their titles, nothing that was not asked, nothing empty, and
 * never a password.
 */
export function answerSummary(
  { schema, uiSchema }: Pick<ProvisioningForm, "schema" | "uiSchema">,
  answers: AttributeValues,
  words: { yes: string; no: string },
): AnsweredQuestion[] {
  const laidOut = uiSchema["ui:options"].groups.flatMap((group) => group.keys);
  const keys = new Set([...laidOut, ...Object.keys(schema.properties)]);
  return [...keys].flatMap((key) => {
    const property = schema.properties[key];
    const answer = answers[key];
    if (!property || property.const !== undefined || property.writeOnly || answer === undefined) return [];
    const text = inWords(property, answer, words);
    if (text === "") return [];
    // What stands behind the field in the form belongs to the answer: the tenant's whole domain is what can't be changed.
    const suffix = fieldUi(uiSchema, key)?.["ui:options"].suffix ?? "";
    const isDate = property.format === "date";
    return [{ key, title: property.title ?? key, text: `${text}${suffix}`, isDate }];
  });
}

/** The questions whose answers no draft keeps: they are asked again when the order is placed. */
export function secretQuestions({ schema }: Pick<ProvisioningForm, "schema">) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties)
    .filter(([, property]) => property.writeOnly)
    .map(([key, property]) => ({ key, title: property.title ?? key, required: required.has(key) }));
}

/** The form as it is filled in over days: without the passwords, and without what only the server needs to know. */
export function withoutSecrets(form: ProvisioningForm): ProvisioningForm {
  const { schema } = form;
  const secret = new Set(secretQuestions(form).map(({ key }) => key));
  const isKept = (key: string) => !secret.has(key);
  const required = schema.required?.filter(isKept);
  return {
    ...form,
    warnings: [],
    questionCount: form.questionCount - secret.size,
    schema: {
      ...schema,
      properties: Object.fromEntries(Object.entries(schema.properties).filter(([key]) => isKept(key))),
      ...(required ? { required } : {}),
    },
    uiSchema: {
      ...form.uiSchema,
      "ui:order": form.uiSchema["ui:order"].filter(isKept),
      "ui:options": {
        groups: form.uiSchema["ui:options"].groups
          .map((group) => ({ ...group, keys: group.keys.filter(isKept) }))
          .filter((group) => group.keys.length > 0),
      },
    },
  };
}

function inWords(
  property: AttributeProperty,
  answer: AttributeValue,
  words: { yes: string; no: string },
): string {
  const choices = property.oneOf ?? property.items?.oneOf ?? [];
  const titleOf = (value: string | number | boolean) => {
    const titled = choices.find((choice) => choice.const === value);
    if (titled) return titled.title;
    return typeof value === "boolean" ? words[value ? "yes" : "no"] : String(value).trim();
  };
  return Array.isArray(answer) ? answer.map(titleOf).filter(Boolean).join(", ") : titleOf(answer);
}
