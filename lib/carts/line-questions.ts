import type { Customer } from "@/lib/customers/schemas";
import type { Texts } from "@/lib/i18n/server-texts";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import { buildProvisioningForm, type ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import type { PrefillCustomer } from "@/lib/provisioning/prefill";
import { storableValues } from "@/lib/provisioning/storable-values";
import { type IonAttribute, toAttributes } from "@/lib/provisioning/to-attributes";
import { validateAttributes } from "@/lib/provisioning/validate-attributes";
import { type FieldProblem, findProblems } from "@/lib/provisioning/validator";
import { isConfirmed } from "./confirmation";
import type { LineTenant } from "./line-tenant";

/** The vendor's questions about one line, the answers so far, and what is wrong with them. */
export type LineQuestions = {
  tenant: LineTenant;
  form: ProvisioningForm;
  answers: AttributeValues;
  problems: FieldProblem[];
  /** What another line of the cart has against an answer that is right by itself. */
  clash: FieldProblem | null;
  /** A person has to say that the customer really has no tenant yet. */
  confirmation: "not-needed" | "missing" | "given";
  /** What would be sent; empty while there are problems. */
  attributes: IonAttribute[];
  savedAt: string | null;
};

export type QuestionsInput = {
  tenant: LineTenant;
  template: unknown;
  deployment: unknown;
  quantity: number;
  customer: Customer;
  draft: { values: AttributeValues; savedAt: string } | undefined;
  texts: Texts;
};

/**
 * Builds the form of one line and judges the answers in its draft. What nobody typed is prefilled from the customer; what
 * somebody emptied stays empty. Pure.
 */
export function lineQuestions(input: QuestionsInput): LineQuestions {
  const { tenant, draft, texts, quantity } = input;
  const form = buildProvisioningForm({
    templates: input.template,
    templateId: tenant.choice.templateId,
    deployment: input.deployment,
    tenantState: tenant.decision.state,
    customer: toPrefill(input.customer),
    quantity,
    t: (key) => (texts.has(key) ? texts(key) : undefined),
  });
  const answers = { ...form.initialValues, ...storableValues(form.schema, draft?.values ?? {}) };
  return judged({
    tenant,
    form,
    answers,
    confirmation: !needsConfirmation(tenant)
      ? "not-needed"
      : isConfirmed(draft?.values)
        ? "given"
        : "missing",
    problems: [],
    clash: null,
    attributes: [],
    savedAt: draft?.savedAt ?? null,
  });
}

/** The same questions with other answers, judged again. */
export function judged(questions: LineQuestions): LineQuestions {
  const { form, answers, clash } = questions;
  const found = findProblems(form.schema, answers);
  const isNews = clash !== null && found.every(({ key }) => key !== clash.key);
  const problems = isNews ? [...found, clash] : found;
  const checked = validateAttributes(form.schema, answers);
  return {
    ...questions,
    problems,
    attributes: checked.ok && problems.length === 0 ? checked.attributes : [],
  };
}

/** What is answered so far, whether or not it is enough; secrets never are. For digests and summaries. */
export function answeredAttributes({ form, answers }: LineQuestions): IonAttribute[] {
  return toAttributes(form.schema, storableValues(form.schema, answers));
}

function needsConfirmation({ decision, choice, tenantOrder }: LineTenant): boolean {
  if (choice.reason !== "microsoft-new-tenant") return false;
  return decision.needsConfirmation || tenantOrder?.isStuck === true;
}

function toPrefill(customer: Customer): PrefillCustomer {
  const known = {
    organization: customer.organization,
    name: customer.contactName,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    domain: customer.domain,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}
