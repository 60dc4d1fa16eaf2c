/** What a pass would change. */
export type DifferenceCounts = {
  /** Rows the mirror held before the pass. */
  known: number;
  /** Of those, the ones that Ion listed again. */
  met: number;
  /** Of those, the ones that it did not. */
  missing: number;
  /** Watched columns, and on how many known rows each would change. */
  fields: readonly { field: string; rows: number }[];
};

const MISSING_SHARE = 0.2;
const CHANGED_SHARE = 0.5;
/** Below this many rows a share says nothing. */
const FEW_ROWS = 20;

export type DifferenceVerdict = { plausible: boolean; missing: boolean; fields: string[] };

/**
 * Whether a difference may be believed. Not when more than a fifth of the known rows would be missing, and not when one
 * watched column would change on more than half of those that were met; a handful of rows is always believed.
 */
export function judgeDifference({ known, met, missing, fields }: DifferenceCounts): DifferenceVerdict {
  const tooManyMissing = missing >= FEW_ROWS && missing > known * MISSING_SHARE;
  const flipped = fields
    .filter(({ rows }) => rows >= FEW_ROWS && rows > met * CHANGED_SHARE)
    .map(({ field }) => field);
  return { plausible: !tooManyMissing && flipped.length === 0, missing: tooManyMissing, fields: flipped };
}
