import type { StoredFinding } from "@/lib/db/schema/audit";

/** What is wrong with a chain, the first of it; see `StoredFinding`. */
export type ChainFinding = StoredFinding;

/** What a check of a chain came to. `headHash` is that of the last row checked, at `headSequence`. */
export type ChainResult = {
  rows: number;
  headSequence: number;
  headHash: string;
  finding: ChainFinding | null;
};

/** A place of a chain whose hash is known from elsewhere: an earlier check, or a note somebody kept. */
export type Anchor = { sequence: number; hash: string };
