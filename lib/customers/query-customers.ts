import { z } from "zod";
import { foldedWords } from "@/lib/fold";
import { comparePlaces, indexOf, placeOf, type SortPlace } from "./customer-index";
import { CUSTOMER_SORTS, type CustomerQuery } from "./customer-query";
import type { CustomerPage, CustomerRow } from "./schemas";

const cursorSchema = z.tuple([
  z.enum(["after", "before"]),
  z.enum(CUSTOMER_SORTS),
  z.string(),
  z.string().max(20),
]);
type Cursor = { side: "after" | "before"; place: SortPlace };

export type CustomerMatches = Omit<CustomerPage, "asOf" | "countries"> & {
  countries: { code: string; count: number }[];
};

/**
 * Answers a question about a list of customers: search, filters, order and one page. The page is found by the place of
 * its neighbour, not by a number, so that rows that come and go meanwhile neither repeat nor hide others. A cursor that
 * makes no sense, or belongs to another order, starts from the beginning.
 *
 * `isVisible` says which rows the person may see; the others count nowhere.
 */
export function queryCustomers(
  rows: readonly CustomerRow[],
  query: CustomerQuery,
  isVisible: (customerId: string) => boolean,
): CustomerMatches {
  const index = indexOf(rows);
  const words = foldedWords(query.q);
  const countries = new Set(query.country);
  const found: CustomerRow[] = [];
  const perCountry = new Map<string, number>();
  let unfilteredTotal = 0;
  for (const row of index.ordered(query.sort)) {
    if (!isVisible(row.id)) continue;
    unfilteredTotal++;
    if (query.status && row.status !== query.status) continue;
    const text = index.haystack.get(row.id) ?? "";
    if (!words.every((word) => text.includes(word))) continue;
    if (row.country) perCountry.set(row.country, (perCountry.get(row.country) ?? 0) + 1);
    if (countries.size > 0 && !(row.country && countries.has(row.country))) continue;
    found.push(row);
  }
  return {
    ...pageOf(found, query),
    total: found.length,
    unfilteredTotal,
    countries: [...perCountry].map(([code, count]) => ({ code, count })),
  };
}

function pageOf(found: readonly CustomerRow[], { sort, cursor, limit }: CustomerQuery) {
  const start = startOf(found, sort, limit, cursor);
  const rows = found.slice(start, start + limit);
  const first = rows[0];
  const last = rows.at(-1);
  const hasNext = start + rows.length < found.length;
  return {
    rows,
    from: first ? start + 1 : 0,
    ...(last && hasNext
      ? { nextCursor: writeCursor({ side: "after", place: placeOf(last, sort) }, sort) }
      : {}),
    ...(first && start > 0
      ? { previousCursor: writeCursor({ side: "before", place: placeOf(first, sort) }, sort) }
      : {}),
  };
}

function startOf(
  found: readonly CustomerRow[],
  sort: CustomerQuery["sort"],
  limit: number,
  text: string | undefined,
): number {
  const cursor = text === undefined ? undefined : readCursor(text, sort);
  if (!cursor) return 0;
  const compare = comparePlaces(sort);
  if (cursor.side === "after") {
    const next = found.findIndex((row) => compare(placeOf(row, sort), cursor.place) > 0);
    // Everything behind the place is gone: show the last page rather than nothing.
    return next === -1 ? Math.max(found.length - limit, 0) : next;
  }
  const end = found.findIndex((row) => compare(placeOf(row, sort), cursor.place) >= 0);
  return Math.max((end === -1 ? found.length : end) - limit, 0);
}

function writeCursor({ side, place }: Cursor, sort: CustomerQuery["sort"]): string {
  const parts: z.infer<typeof cursorSchema> = [side, sort, place.key, place.id];
  return toBase64Url(JSON.stringify(parts));
}

function readCursor(text: string, sort: CustomerQuery["sort"]): Cursor | undefined {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(fromBase64Url(text)));
    if (!parsed.success || parsed.data[1] !== sort) return undefined;
    const [side, , key, id] = parsed.data;
    return { side, place: { key, id } };
  } catch {
    return undefined;
  }
}

function toBase64Url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}

function fromBase64Url(text: string): string {
  return Buffer.from(text, "base64url").toString("utf8");
}
