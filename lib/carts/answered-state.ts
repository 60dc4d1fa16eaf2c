import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import { findProblems } from "@/lib/provisioning/validator";
import { answeredCount } from "./answered-count";
import type { ItemQuestions } from "./item-questions";
import type { ProvisioningState } from "./schemas";

/**
 * How far the answers are while somebody types: the same judgement as the server's, made in the browser. `today` is the
 * last day that counts as not in the future.
 */
export function answeredState(
  { form, provisioning }: Pick<ItemQuestions, "form" | "provisioning">,
  values: AttributeValues,
  isConfirmed: boolean,
  today: string,
): Pick<ProvisioningState, "state" | "missing" | "answeredCount" | "confirmation"> {
  const missing = findProblems(form.schema, values, { today }).map(
    ({ key }) => form.schema.properties[key]?.title ?? key,
  );
  const confirmation =
    provisioning.confirmation === "not-needed" ? "not-needed" : isConfirmed ? "given" : "missing";
  const isAsked = form.questionCount > 0 || confirmation !== "not-needed";
  const isMissing = missing.length > 0 || confirmation === "missing";
  return {
    state: isMissing ? "missing" : isAsked ? "complete" : "none",
    missing,
    answeredCount: answeredCount(form, values),
    confirmation,
  };
}
