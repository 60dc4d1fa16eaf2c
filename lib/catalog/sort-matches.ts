import { compareCost } from "./catalog-row";
import type { CatalogSort } from "./schemas";
import type { Match } from "./search-catalog";

const collator = new Intl.Collator("en", { numeric: true });

function byName(one: Match, other: Match): number {
  return (
    collator.compare(one.row.sortName, other.row.sortName) ||
    (one.row.id < other.row.id ? -1 : one.row.id === other.row.id ? 0 : 1)
  );
}

function byPrice(one: Match, other: Match): number {
  if (!one.cheapest || !other.cheapest) return 0;
  return compareCost(one.cheapest, other.cheapest);
}

/** Products without a price come last, whichever way prices are sorted. */
function pricedFirst(one: Match, other: Match): number {
  return Number(!one.cheapest) - Number(!other.cheapest);
}

/** Currencies keep their order, so that turning the sort around does not shuffle them. */
function byCurrency(one: Match, other: Match): number {
  const [left, right] = [one.cheapest?.price?.currency ?? "", other.cheapest?.price?.currency ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}

const COMPARE: Record<CatalogSort, (one: Match, other: Match) => number> = {
  relevance: (one, other) => one.rank - other.rank || byName(one, other),
  name: byName,
  vendor: (one, other) =>
    collator.compare(one.row.vendor ?? "￿", other.row.vendor ?? "￿") || byName(one, other),
  price: (one, other) =>
    pricedFirst(one, other) || byCurrency(one, other) || byPrice(one, other) || byName(one, other),
  "-price": (one, other) =>
    pricedFirst(one, other) || byCurrency(one, other) || byPrice(other, one) || byName(one, other),
};

/** The matches in the order asked for; every order is total, so pages neither repeat nor skip a product. */
export function sortMatches(matches: readonly Match[], sort: CatalogSort): Match[] {
  return [...matches].sort(COMPARE[sort]);
}
