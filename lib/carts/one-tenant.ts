import type { FieldProblem } from "@/lib/provisioning/validator";
import { CONFIRMATION_KEY } from "./confirmation";
import { judged, type LineQuestions } from "./line-questions";

/** The attributes that name the tenant and the agreement; asked once a customer, not once a line. */
const SHARED = [
  "domainName",
  "agreementFirstName",
  "agreementLastName",
  "agreementEmail",
  "agreementPhoneNumber",
  "agreementDateAgreed",
  "agreementUserId",
  "companyRegistrationId",
];

export type NamedQuestions = {
  name: string;
  questions: LineQuestions | null;
  draftKeys: ReadonlySet<string>;
};

/**
 * Several lines of one cart that each make a new Microsoft tenant mean the same tenant. Lines whose questions nobody has
 * touched take the answers and the confirmation of the first line; a line that names another domain is a problem, since it would make a second
 * tenant that can't be undone. CONTRACT.md section 8.15.
 */
export function agreeOnTenant(
  lines: readonly NamedQuestions[],
  differs: (otherLine: string) => string,
): (LineQuestions | null)[] {
  const makers = lines.filter((line) => line.questions?.tenant.choice.reason === "microsoft-new-tenant");
  const [first] = makers;
  if (!first?.questions || makers.length < 2) return lines.map((line) => line.questions);
  const lead = first.questions;
  return lines.map((line) => {
    const { questions } = line;
    if (!questions || line === first || !makers.includes(line)) return questions;
    const { schema } = questions.form;
    const shared = SHARED.filter(
      (key) => lead.answers[key] !== undefined && Object.hasOwn(schema.properties, key),
    );
    const known = Object.fromEntries(shared.map((key) => [key, lead.answers[key] ?? ""]));
    // Where the line has answers of its own they count; the first line's are what it would have been prefilled with.
    const untouched = Object.entries(known).filter(([key]) => !line.draftKeys.has(key));
    const answers = { ...questions.answers, ...Object.fromEntries(untouched) };
    const form = { ...questions.form, initialValues: { ...questions.form.initialValues, ...known } };
    const isSame = sameText(answers.domainName, lead.answers.domainName);
    const clash: FieldProblem | null = isSame
      ? null
      : { key: "domainName", code: "invalid", params: {}, message: differs(first.name) };
    const isSaid = lead.confirmation === "given" && !line.draftKeys.has(CONFIRMATION_KEY);
    const confirmation = questions.confirmation === "missing" && isSaid ? "given" : questions.confirmation;
    return judged({ ...questions, form, answers, clash, confirmation });
  });
}

function sameText(one: unknown, other: unknown): boolean {
  return String(one ?? "").toLowerCase() === String(other ?? "").toLowerCase();
}
