/**
 * How far a full pass has come, as one text in its run: where the next page begins; then that the list was read to its
 * end (or only in part, since Ion's tokens went in a circle); then that missing rows were counted, which must not happen
 * twice in one pass.
 */
export type Checkpoint =
  | { phase: "reading"; from: string | null }
  | { phase: "read"; whole: boolean }
  | { phase: "counted" };

const READING = "from:";

export function writeCheckpoint(checkpoint: Checkpoint): string | null {
  if (checkpoint.phase === "reading") return checkpoint.from === null ? null : `${READING}${checkpoint.from}`;
  if (checkpoint.phase === "read") return checkpoint.whole ? "read" : "read-in-part";
  return "counted";
}

/** Anything unknown starts the list anew: nothing is lost by reading it twice. */
export function readCheckpoint(text: string | null): Checkpoint {
  if (text === "read" || text === "read-in-part") return { phase: "read", whole: text === "read" };
  if (text === "counted") return { phase: "counted" };
  return { phase: "reading", from: text?.startsWith(READING) ? text.slice(READING.length) : null };
}
