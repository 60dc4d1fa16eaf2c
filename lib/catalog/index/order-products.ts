import type { CursorKey } from "@/lib/lists/cursor";
import { sortKey } from "@/lib/mirror/sort-key";
import type { CatalogSort } from "../schemas";
import { type CatalogIndex, NONE } from "./catalog-index";
import { vendorKey } from "./index-builder";
import type { Matches } from "./match-plans";
import { priceRankOf } from "./price-ranks";

const BEST = 1;
const WORST = 7;

/**
 * The products that match, in the order asked for; where that leaves two equal, by name and then by id. All orders but
 * those by price were made with the index, so this only walks through one of them.
 */
export function orderProducts(index: CatalogIndex, matches: Matches, sort: CatalogSort): Uint32Array {
  if (matches.total === 0) return new Uint32Array();
  if (sort === "price" || sort === "-price") return orderByPrice(index, matches, sort);
  const ordered = new Uint32Array(matches.total);
  if (sort === "relevance") {
    // One walk by name, each product put behind the last of its rank.
    const places = new Uint32Array(WORST + 2);
    for (const rank of matches.rank) if (rank !== 0) places[rank + 1] = (places[rank + 1] ?? 0) + 1;
    for (let rank = BEST; rank <= WORST; rank += 1) {
      places[rank + 1] = (places[rank + 1] ?? 0) + (places[rank] ?? 0);
    }
    for (const product of index.byName) {
      const rank = matches.rank[product] ?? 0;
      if (rank === 0) continue;
      const place = places[rank] ?? 0;
      ordered[place] = product;
      places[rank] = place + 1;
    }
    return ordered;
  }
  let size = 0;
  for (const product of sort === "vendor" ? index.byVendor : index.byName) {
    if (matches.rank[product] === 0) continue;
    ordered[size] = product;
    size += 1;
  }
  return ordered;
}

/**
 * Products by their cheapest matching plan, those without a price last. Currencies keep their order, so that turning the
 * sort around does not shuffle them. Sorts one number a product: what its price is, and then its name.
 */
function orderByPrice(
  index: CatalogIndex,
  { total, rank, plan }: Matches,
  sort: "price" | "-price",
): Uint32Array {
  const { productCount, nameRank, byName, prices } = index;
  const turned = sort === "-price" ? turnedInCurrency(prices.currency) : null;
  const keys = new Float64Array(total);
  let size = 0;
  for (let product = 0; size < total; product += 1) {
    if (rank[product] === 0) continue;
    const price = priceRankOf(index, plan[product] ?? NONE);
    const place = price === NONE ? prices.amount.length : (turned?.[price] ?? price);
    keys[size] = place * productCount + (nameRank[product] ?? 0);
    size += 1;
  }
  return Uint32Array.from(keys.sort(), (key) => byName[key % productCount] ?? 0);
}

/** The place of each price rank when each currency begins with its highest. */
function turnedInCurrency(currency: Uint16Array): Uint32Array {
  const turned = new Uint32Array(currency.length);
  for (let from = 0; from < currency.length; ) {
    let to = from;
    while (to < currency.length && currency[to] === currency[from]) to += 1;
    for (let rank = from; rank < to; rank += 1) turned[rank] = from + to - 1 - rank;
    from = to;
  }
  return turned;
}

/** Behind every currency's code. */
const NO_CURRENCY = "\uffff";

/** What a product is found by in its order when the next page is asked for, perhaps of a newer index. */
export function keyOf(index: CatalogIndex, matches: Matches, sort: CatalogSort, product: number): CursorKey {
  const name = `${sortKey(index.names[product] ?? "")}\u0000${index.ids[product] ?? ""}`;
  if (sort === "relevance") return [matches.rank[product] ?? 0, name];
  if (sort === "vendor") return [vendorKey(index.values.vendor[index.vendor[product] ?? 0] ?? null), name];
  if (sort === "name") return [name];
  const rank = priceRankOf(index, matches.plan[product] ?? NONE);
  if (rank === NONE) return [NO_CURRENCY, 0, 0, name];
  const { prices } = index;
  const turned = sort === "-price" ? -1 : 1;
  return [
    index.values.currency[prices.currency[rank] ?? 0] ?? "",
    turned * (prices.kind[rank] ?? 0),
    turned * (prices.amount[rank] ?? 0),
    name,
  ];
}

/** Which of two keys of one order comes first: negative when `one` does. */
export function compareKeys(one: CursorKey, other: CursorKey): number {
  for (let index = 0; index < one.length; index += 1) {
    const [left, right] = [one[index] ?? "", other[index] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** How many of the products come before or at the key: where the next page begins. */
export function placeAfter(
  index: CatalogIndex,
  matches: Matches,
  { ordered, sort }: { ordered: Uint32Array; sort: CatalogSort },
  key: CursorKey,
): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(keyOf(index, matches, sort, ordered[middle] ?? 0), key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
