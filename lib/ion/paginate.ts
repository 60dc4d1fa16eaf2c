import { IonError, type IonErrorInfo } from "./errors";

/** Rows asked for per page when the caller does not say. Ion may answer with fewer at any time. */
export const DEFAULT_PAGE_SIZE = 100;

/** A list asked for one row at a time is asked so because its rows are large. */
const LARGE_ROW_BYTES = 80 * 1024 * 1024;

/** How large the answer to a page of so many rows may be; undefined for the ordinary limit. */
export function bytesForPage(pageSize: number | undefined): number | undefined {
  return pageSize === 1 ? LARGE_ROW_BYTES : undefined;
}

/**
 * Follows a token-paged list to its end and yields each row once. Short and empty pages in the middle are legal: only a
 * missing token ends the list (CONTRACT.md section 0.2). A token that was already followed would loop for ever, so it
 * throws IonError "bad-answer".
 */
export async function* followTokens<Row>(
  call: Pick<IonErrorInfo, "operation" | "path">,
  fetchPage: (pageToken: string | undefined) => Promise<{ rows: Row[]; nextPageToken: string | null }>,
  idOf: (row: Row) => string,
): AsyncGenerator<Row, void, undefined> {
  const seenTokens = new Set<string>();
  const seenIds = new Set<string>();
  let token: string | undefined;
  do {
    const page = await fetchPage(token);
    yield* unseen(page.rows, idOf, seenIds);
    token = page.nextPageToken ?? undefined;
    if (token !== undefined && seenTokens.has(token)) {
      throw new IonError("bad-answer", {
        ...call,
        method: "GET",
        sent: "answered",
        field: "nextPageToken",
        message: "the same page token came twice",
      });
    }
    if (token !== undefined) seenTokens.add(token);
  } while (token !== undefined);
}

/**
 * Follows an offset-paged list to its end and yields each row once. The offset moves by the rows received, since the
 * server may cap a page; an empty page, the total reached, or a page without a single new row ends it. Rows that move
 * between pages while the list changes can be missed: never take a missing row for a deleted one.
 */
export async function* followOffsets<Row>(
  fetchPage: (offset: number) => Promise<{ rows: Row[]; totalCount: number | null }>,
  idOf: (row: Row) => string,
): AsyncGenerator<Row, void, undefined> {
  const seenIds = new Set<string>();
  let offset = 0;
  for (;;) {
    const { rows, totalCount } = await fetchPage(offset);
    const fresh = unseen(rows, idOf, seenIds);
    yield* fresh;
    offset += rows.length;
    if (fresh.length === 0) return;
    if (totalCount !== null && offset >= totalCount) return;
  }
}

/** The offset of the next page, or null at the end of the list. */
export function nextOffset(offset: number, received: number, totalCount: number | null): number | null {
  const next = offset + received;
  return received === 0 || (totalCount !== null && next >= totalCount) ? null : next;
}

function unseen<Row>(rows: Row[], idOf: (row: Row) => string, seen: Set<string>): Row[] {
  return rows.filter((row) => {
    const id = idOf(row);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
