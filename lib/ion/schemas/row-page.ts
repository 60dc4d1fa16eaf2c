import { z } from "zod";
import { isRecord } from "../json";
import { nextPageToken, totals } from "./paging";
import { lastSegment, listBody } from "./primitives";

/** A row of a list that could not be read: its id where one can be guessed, and the first thing that was wrong. */
export interface SkippedRow {
  id: string | null;
  reason: string;
}

/** A page of one of Ion's lists, read row by row: a row that makes no sense costs nothing but itself. */
export interface RowPage<Row> {
  items: Row[];
  skipped: SkippedRow[];
  /** Rows that came, readable or not. */
  received: number;
  nextPageToken: string | null;
  /** Null when Ion gives none. */
  totalCount: number | null;
}

const MAX_REASON = 200;
const MAX_ID = 100;

/** Reads a page row by row. `key` is the list's field; a body without it, which isn't empty, is no list at all. */
export function rowPageSchema<Row>(key: string, row: z.ZodType<Row>, alsoKnown: string[] = []) {
  return listBody({ nextPageToken, ...totals, [key]: z.unknown().optional() }, alsoKnown).transform(
    (body): RowPage<Row> => {
      const { items, skipped, received } = readRows((body as Record<string, unknown>)[key], row);
      return {
        items,
        skipped,
        received,
        nextPageToken: body.nextPageToken,
        totalCount: body.totalCount ?? body.paginationResponse?.totalSize ?? null,
      };
    },
  );
}

function readRows<Row>(list: unknown, schema: z.ZodType<Row>) {
  const rows = list === undefined || list === null ? [] : Array.isArray(list) ? list : [list];
  const items: Row[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of rows) {
    const read = readRow(row, schema);
    if (read.ok) items.push(read.row);
    else skipped.push({ id: idGuess(row), reason: read.reason.slice(0, MAX_REASON) });
  }
  return { items, skipped, received: rows.length };
}

function readRow<Row>(
  row: unknown,
  schema: z.ZodType<Row>,
): { ok: true; row: Row } | { ok: false; reason: string } {
  if (!isRecord(row)) return { ok: false, reason: "not an object" };
  try {
    const { success, data, error } = schema.safeParse(row);
    if (success) return { ok: true, row: data };
    const issue = error.issues[0];
    const field = issue?.path.map(String).join(".");
    return { ok: false, reason: `${field ? `${field}: ` : ""}${issue?.message ?? "not readable"}` };
  } catch (error) {
    // For example nested deeper than the stack is.
    return { ok: false, reason: error instanceof Error ? error.message : "not readable" };
  }
}

function idGuess(row: unknown): string | null {
  if (!isRecord(row)) return null;
  const id = typeof row.name === "string" ? lastSegment(row.name) : row.id;
  return typeof id === "string" && id.length <= MAX_ID ? id : null;
}
