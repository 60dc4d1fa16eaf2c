import { z } from "zod";

const cursorSchema = z.tuple([z.string(), z.number().int().nonnegative()]);

/** A place in a list: the last product shown, and how many were shown by then. Opaque to everybody else. */
export function writeCursor(lastId: string, shown: number): string {
  return Buffer.from(JSON.stringify([lastId, shown])).toString("base64url");
}

/**
 * Where the next page starts: after the last product shown, or, when it is no longer in the list, at as many products as
 * were shown. Something that is no cursor starts at the beginning.
 */
export function readCursor(cursor: string | undefined, ids: readonly string[]): number {
  if (!cursor) return 0;
  const [lastId, shown] = parse(cursor) ?? ["", 0];
  const at = ids.indexOf(lastId);
  return at === -1 ? Math.min(shown, ids.length) : at + 1;
}

function parse(cursor: string): [string, number] | undefined {
  try {
    return cursorSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}
