import { type CatalogRow, compareCost } from "./catalog-row";
import type { CatalogSort } from "./schemas";
import type { Match } from "./search-catalog";

const collator = new Intl.Collator("en", { numeric: true });

/** Comparing 20,000 names takes 100 ms, so each list is put in order once, not for every letter somebody types. */
const nameOrders = new WeakMap<readonly CatalogRow[], ReadonlyMap<CatalogRow, number>>();

function nameOrderOf(rows: readonly CatalogRow[]): ReadonlyMap<CatalogRow, number> {
  const known = nameOrders.get(rows);
  if (known) return known;
  const sorted = [...rows].sort(
    (one, other) => collator.compare(one.sortName, other.sortName) || (one.id < other.id ? -1 : 1),
  );
  const order = new Map(sorted.map((row, index) => [row, index]));
  nameOrders.set(rows, order);
  return order;
}

type Compare = (one: Match, other: Match) => number;

const byPrice: Compare = (one, other) =>
  one.cheapest && other.cheapest ? compareCost(one.cheapest, other.cheapest) : 0;

/** Products without a price come last, whichever way prices are sorted. */
const pricedFirst: Compare = (one, other) => Number(!one.cheapest) - Number(!other.cheapest);

/** Currencies keep their order, so that turning the sort around does not shuffle them. */
const byCurrency: Compare = (one, other) => {
  const [left, right] = [one.cheapest?.price?.currency ?? "", other.cheapest?.price?.currency ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
};

const byVendor: Compare = (one, other) => {
  const [left, right] = [one.row.vendor, other.row.vendor];
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  return collator.compare(left, right);
};

const COMPARE: Record<CatalogSort, readonly Compare[]> = {
  relevance: [(one, other) => one.rank - other.rank],
  name: [],
  vendor: [byVendor],
  price: [pricedFirst, byCurrency, byPrice],
  "-price": [pricedFirst, byCurrency, (one, other) => byPrice(other, one)],
};

/**
 * The matches in the order asked for; where that leaves two equal, by name and then by id, so that pages neither repeat
 * nor skip a product. `rows` is the list that was searched.
 */
export function sortMatches(
  rows: readonly CatalogRow[],
  matches: readonly Match[],
  sort: CatalogSort,
): Match[] {
  const order = nameOrderOf(rows);
  const byName: Compare = (one, other) => (order.get(one.row) ?? 0) - (order.get(other.row) ?? 0);
  const compares = [...COMPARE[sort], byName];
  return [...matches].sort((one, other) => {
    for (const compare of compares) {
      const difference = compare(one, other);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
