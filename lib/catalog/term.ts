import type { IonPhase } from "@/lib/ion/schemas/plans";

const ISO_DATE_DURATION = /^P(\d{1,4})([DWMY])$/i;
const UNITS: Record<string, [letter: string, factor: number]> = {
  DAY: ["D", 1],
  MONTH: ["M", 1],
  QUARTER: ["M", 3],
  YEAR: ["Y", 1],
};

/** One spelling for equal durations: "P12M" is "P1Y", "p7d" is "P1W". Null for anything that is no date duration. */
export function normaliseTerm(text: string | null | undefined): string | null {
  const match = ISO_DATE_DURATION.exec(text?.trim() ?? "");
  const count = Number(match?.[1]);
  const unit = match?.[2]?.toUpperCase();
  if (!match || !unit || count === 0) return null;
  if (unit === "M" && count % 12 === 0) return `P${count / 12}Y`;
  if (unit === "D" && count % 7 === 0) return `P${count / 7}W`;
  return `P${count}${unit}`;
}

/** The term inside a Microsoft part number, `productId:skuId:term:billing`; null for other part numbers. */
export function termOfPartNumber(partNumber: string | null): string | null {
  return normaliseTerm(partNumber?.split(":")[2]);
}

/** The length of a phase as a duration; null when it has none or no end. */
export function durationOfPhase(phase: IonPhase | undefined): string | null {
  const { unit, count, unlimited } = phase?.duration ?? { unit: null, count: null, unlimited: true };
  const known = UNITS[unit ?? ""];
  if (unlimited || !known || !count || count < 1) return null;
  return normaliseTerm(`P${count * known[1]}${known[0]}`);
}

/**
 * The commitment of a plan. What the price book says of the term wins, then the part number, then the length of the last
 * phase when it is a fixed one: the catalog has no term field of its own (CONTRACT.md section 2.3).
 */
export function termOf(plan: {
  priceBookTerm: string | null;
  mfgPartNumber: string | null;
  phases: readonly IonPhase[];
}): string | null {
  const last = plan.phases.at(-1);
  return (
    normaliseTerm(plan.priceBookTerm) ??
    termOfPartNumber(plan.mfgPartNumber) ??
    (last?.type === "FIXED_PHASE" ? durationOfPhase(last) : null)
  );
}

const DAYS: Record<string, number> = { D: 1, W: 7, M: 30, Y: 365 };

/** Rough length in days, to sort terms; no term sorts first. */
export function termLengthDays(term: string | null): number {
  const match = ISO_DATE_DURATION.exec(term ?? "");
  return match ? Number(match[1]) * (DAYS[match[2]?.toUpperCase() ?? ""] ?? 0) : 0;
}
