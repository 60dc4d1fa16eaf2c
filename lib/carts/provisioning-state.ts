import { answeredCount } from "./answered-count";
import type { LineQuestions } from "./line-questions";
import type { ProvisioningState } from "./schemas";

/** How far the answers to a line's questions are. Without questions to judge (they could not be read) nothing is known. */
export function provisioningState(questions: LineQuestions | null): ProvisioningState {
  if (!questions) {
    return {
      state: "unknown",
      missing: [],
      questionCount: 0,
      answeredCount: 0,
      requiredUnknown: false,
      confirmation: "not-needed",
      reason: null,
      tenant: "unknown",
      tenantReason: null,
      tenantDomain: null,
    };
  }
  const { tenant, form, confirmation } = questions;
  // Passwords are kept in no draft and asked when the order is placed: that they are missing here is no news.
  const problems = questions.problems.filter(
    ({ key, code }) => !(code === "required" && form.schema.properties[key]?.writeOnly),
  );
  const isAsked = form.questionCount > 0 || confirmation !== "not-needed";
  const isMissing = problems.length > 0 || confirmation === "missing";
  return {
    state: isMissing ? "missing" : isAsked ? "complete" : "none",
    missing: problems.map(({ key }) => form.schema.properties[key]?.title ?? key),
    questionCount: form.questionCount,
    answeredCount: answeredCount(form, questions.answers),
    requiredUnknown: form.requiredUnknown,
    confirmation,
    reason: tenant.choice.reason,
    tenant: tenant.decision.state,
    tenantReason: tenant.decision.reason,
    tenantDomain: tenant.decision.domain,
  };
}
