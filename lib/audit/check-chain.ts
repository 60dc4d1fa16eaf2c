import "server-only";
import type { Anchor, ChainFinding, ChainResult } from "./chain-finding";
import { readChain, readEnds, type StoredRow } from "./read-chain";
import { CHAIN_START, rowHash } from "./row-hash";

/** Below every place there is: what was slipped in before the first row is found, too. */
const FIRST_POSSIBLE = Number.MIN_SAFE_INTEGER;

type Options = {
  /** Places whose hashes are known from elsewhere; the chain must still go through them. */
  anchors?: readonly Anchor[];
  /** Told after each batch: rows checked so far, and how many there are. */
  onProgress?: (progress: { rows: number; expected: number }) => Promise<void>;
  signal?: AbortSignal;
};

/**
 * Computes an account's chain anew, row by row, and says where it first is not as it was written: a row changed, missing
 * moved or slipped in, the tail gone, the kept head not that of the last row, or a chain rewritten since an anchor.
 * Reads in batches with a transaction for none, up to the end at the start; what is added meanwhile is the next check's.
 * For callers that have authorised the person. Throws the signal's reason when it is aborted.
 */
export async function checkChain(accountId: string, options: Options = {}): Promise<ChainResult> {
  const { anchors = [], onProgress, signal } = options;
  const { head, lastRow } = await readEnds(accountId);
  const end = Math.max(head?.sequence ?? 0, lastRow);
  const known = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  let at: Anchor = { sequence: 0, hash: CHAIN_START };
  const result = (finding: ChainFinding | null): ChainResult => ({
    rows: at.sequence,
    headSequence: at.sequence,
    headHash: at.hash,
    finding,
  });

  await onProgress?.({ rows: 0, expected: end });
  for await (const rows of readChain(accountId, FIRST_POSSIBLE)) {
    signal?.throwIfAborted();
    for (const row of rows) {
      if (Number(row.sequence) > end) break;
      const place = at.sequence + 1;
      const finding = await judgeRow(accountId, at, row, known.get(place));
      if (finding) return result(finding);
      at = { sequence: place, hash: row.hash };
    }
    await onProgress?.({ rows: at.sequence, expected: end });
    if (Number(rows.at(-1)?.sequence) > end) break;
  }
  return result(judgeEnd(at, end, { head, lastRow }, anchors));
}

/** What is wrong with the row that stands after `before`; null when it is the one that was written there. */
async function judgeRow(
  accountId: string,
  before: Anchor,
  row: StoredRow,
  anchored: string | undefined,
): Promise<ChainFinding | null> {
  const place = before.sequence + 1;
  const found = Number(row.sequence);
  if (found > place) return { kind: "missing", sequence: place, through: found - 1 };
  if (found < place) return { kind: "extra", sequence: found, through: found };
  if (rowHash(before.hash, row) !== row.hash) {
    const foundAt = await findMoved(accountId, before);
    return foundAt === null
      ? { kind: "changed", sequence: place, through: place }
      : { kind: "moved", sequence: place, through: place, foundAt };
  }
  // Whoever rewrites a chain from here on gets every hash right, but not the one that is known from before.
  return anchored !== undefined && anchored !== row.hash
    ? { kind: "rewritten", sequence: place, through: place }
    : null;
}

/** Where the row that was written after `before` stands now, if it is there at all. */
async function findMoved(accountId: string, before: Anchor): Promise<number | null> {
  const place = String(before.sequence + 1);
  for await (const rows of readChain(accountId, before.sequence + 2)) {
    const moved = rows.find((row) => rowHash(before.hash, { ...row, sequence: place }) === row.hash);
    if (moved) return Number(moved.sequence);
  }
  return null;
}

/** All rows are right as far as they go: do they go to the end? */
function judgeEnd(
  last: Anchor,
  end: number,
  { head, lastRow }: { head: Anchor | null; lastRow: number },
  anchors: readonly Anchor[],
): ChainFinding | null {
  const furthest = Math.max(end, ...anchors.map(({ sequence }) => sequence));
  if (last.sequence < furthest) return { kind: "tail", sequence: last.sequence + 1, through: furthest };
  const headIsRight =
    head === null ? lastRow === 0 : head.sequence === last.sequence && head.hash === last.hash;
  return headIsRight ? null : { kind: "head", sequence: last.sequence, through: last.sequence };
}
