import type { FieldProblem, ProblemCode } from "./validator";

/** Turns a code and its numbers into a sentence: `t("errors." + code, params)` over the `provisioning` messages. */
export type TranslateProblem = (code: ProblemCode, params: Record<string, number>) => string;

/** The sentence for one problem: the product's own words where it has some, else ours. Never for a missing answer. */
export function problemMessage(problem: FieldProblem, translate: TranslateProblem): string {
  const isOurs = problem.code === "required" || problem.code === "tooLong" || problem.message === undefined;
  return isOurs ? translate(problem.code, problem.params) : (problem.message ?? "");
}

/** Problems as the portal's actions report them: sentences by property key. */
export function toFieldErrors(
  problems: readonly FieldProblem[],
  translate: TranslateProblem,
): Record<string, string[]> {
  const fieldErrors = new Map<string, string[]>();
  for (const problem of problems) {
    const sentences = fieldErrors.get(problem.key) ?? [];
    fieldErrors.set(problem.key, [...sentences, problemMessage(problem, translate)]);
  }
  return Object.fromEntries(fieldErrors);
}
