import { fold } from "@/lib/fold";
import type { CustomerSort } from "./customer-query";
import type { CustomerRow } from "./schemas";

/** The rows of a list, ready to be searched and put in order: made once per list, used by every question about it. */
export type CustomerIndex = {
  /** Everything a customer is found by, folded. */
  haystack: ReadonlyMap<string, string>;
  ordered: (sort: CustomerSort) => readonly CustomerRow[];
};

const indexes = new WeakMap<readonly CustomerRow[], CustomerIndex>();

/** The index of these rows; kept as long as the rows are. */
export function indexOf(rows: readonly CustomerRow[]): CustomerIndex {
  const known = indexes.get(rows);
  if (known) return known;
  const made = makeIndex(rows);
  indexes.set(rows, made);
  return made;
}

function makeIndex(rows: readonly CustomerRow[]): CustomerIndex {
  const haystack = new Map(
    rows.map((row) => [
      row.id,
      fold([row.organization, row.contactName, row.email, row.domain, row.id].filter(Boolean).join(" ")),
    ]),
  );
  const orders = new Map<CustomerSort, readonly CustomerRow[]>();
  const ordered = (sort: CustomerSort) => {
    const known = orders.get(sort);
    if (known) return known;
    const made = rows.toSorted(comparison(sort));
    orders.set(sort, made);
    return made;
  };
  return { haystack, ordered };
}

/** Where a row stands in an order: enough to find the place again after the row itself is gone. */
export type SortPlace = { key: string; id: string };

const KEY_LENGTH = 80;

/** A row's place in the given order. */
export function placeOf(row: CustomerRow, sort: CustomerSort): SortPlace {
  const key = sort.endsWith("name") ? row.organization.slice(0, KEY_LENGTH) : (row.createdAt ?? "");
  return { key, id: row.id };
}

const names = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** Compares two places of one order; never 0 for different customers. */
export function comparePlaces(sort: CustomerSort): (a: SortPlace, b: SortPlace) => number {
  const byName = sort.endsWith("name");
  const direction = sort.startsWith("-") ? -1 : 1;
  return (a, b) => {
    const byKey = byName ? names.compare(a.key, b.key) : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    return direction * (byKey || compareIds(a.id, b.id));
  };
}

function comparison(sort: CustomerSort): (a: CustomerRow, b: CustomerRow) => number {
  const compare = comparePlaces(sort);
  return (a, b) => compare(placeOf(a, sort), placeOf(b, sort));
}

/** Ids are digits of any length: the longer one is the larger number. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
