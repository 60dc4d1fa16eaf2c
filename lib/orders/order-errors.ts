/** What Ion says of a failure inside an order. */
export type OrderFailure = { code: string | null; detail: string | null };

/**
 * Known causes of a failed order. Each has `orders.problems.<cause>.title` (what is true) and `.help` (what to do).
 */
export const PROBLEM_CAUSES = [
  "address",
  "agreement",
  "domain",
  "tenant",
  "credit",
  "quantity",
  "notAvailable",
  "missingAnswer",
  "refusedAnswer",
  "duplicate",
  "access",
  "vendorSilent",
  "unknown",
] as const;
type ProblemCause = (typeof PROBLEM_CAUSES)[number];

/** Why an order failed: a cause we have words for, and Ion's own code and sentence. */
export type OrderProblem = { cause: ProblemCause; code: string | null; detail: string | null };

const BY_CODE: Record<string, ProblemCause> = {
  "COMM-VL-001": "missingAnswer",
  "COMM-VL-002": "refusedAnswer",
  "COMM-VL-003": "missingAnswer",
  "COMM-VL-004": "domain",
};

// Ion's codes for provisioning failures are not documented, so the sentence decides; the first match wins.
const BY_WORDS: readonly (readonly [RegExp, ProblemCause])[] = [
  [/\baddress\b|postal|zip code/i, "address"],
  [/\bagreement\b|terms of use/i, "agreement"],
  [/\bdomain\b/i, "domain"],
  [/\btenant\b/i, "tenant"],
  [/\bcredit\b|payment|past due|overdue/i, "credit"],
  [/\bquantity\b|\bseats?\b|licen[sc]e (count|limit)|\bmaximum\b/i, "quantity"],
  [/not available|unavailable (in|for)|not eligible|price ?book|retired|discontinued/i, "notAvailable"],
  [/already (exists|owned|purchased|active)|duplicate/i, "duplicate"],
  [/permission|not authori[sz]ed|\bgdap\b|delegated/i, "access"],
  [/did not answer|timed? ?out|no response|unreachable|temporarily/i, "vendorSilent"],
];

/** A failure in plain words, with Ion's own code and sentence beside it. */
export function toOrderProblem({ code, detail }: OrderFailure): OrderProblem {
  const trimmed = code?.trim() || null;
  const words = detail?.trim() || null;
  const cause =
    (trimmed && BY_CODE[trimmed.toUpperCase()]) ||
    BY_WORDS.find(([pattern]) => words && pattern.test(words))?.[1] ||
    "unknown";
  return { cause, code: trimmed, detail: words };
}

/** Each failure once: Ion repeats an item's failure on the order. */
export function toOrderProblems(failures: readonly OrderFailure[]): OrderProblem[] {
  const problems = new Map<string, OrderProblem>();
  for (const failure of failures) {
    const problem = toOrderProblem(failure);
    problems.set(`${problem.code} ${problem.detail}`, problem);
  }
  return [...problems.values()];
}
