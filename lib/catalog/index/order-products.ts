import type { CursorKey } from "@/lib/lists/cursor";
import { sortKey } from "@/lib/mirror/sort-key";
import type { CatalogSort } from "../schemas";
import { type CatalogIndex, isFew, NONE } from "./catalog-index";
import { vendorKey } from "./index-builder";
import { type Matches, matchOf } from "./matches";
import { priceRankOf } from "./price-ranks";

const BEST = 1;
const WORST = 7;

/**
 * The products that match, in the order asked for; where that leaves two equal, by name and then by id. The orders by
 * name and by vendor were made with the index, so that many products are found by walking through one of them.
 */
export function orderProducts(index: CatalogIndex, matches: Matches, sort: CatalogSort): Uint32Array {
  const { total, ranks } = matches;
  if (total === 0) return new Uint32Array();
  if (sort === "price" || sort === "-price") return sorted(index, matches, priceKeys(index, matches, sort));
  const few = isFew(index, total);
  if (few && sort === "relevance") return sorted(index, matches, (place) => ranks[place] ?? 0);
  if (few && sort === "name") return sorted(index, matches, () => 0);
  return walked(index, matches, sort);
}

/** Sorts one number a product: its key, a whole number, and then its name. */
function sorted(
  { productCount, nameRank, byName }: CatalogIndex,
  { products }: Matches,
  keyAt: (place: number) => number,
): Uint32Array {
  const keys = Float64Array.from(
    products,
    (product, place) => keyAt(place) * productCount + (nameRank[product] ?? 0),
  );
  return Uint32Array.from(keys.sort(), (key) => byName[key % productCount] ?? 0);
}

/** One walk through all products; by relevance each is put behind the last of its rank. */
function walked(
  { productCount, byName, byVendor }: CatalogIndex,
  { total, products, ranks }: Matches,
  sort: CatalogSort,
): Uint32Array {
  const ranked = sort === "relevance";
  const rankOf = new Uint8Array(productCount);
  const places = new Uint32Array(WORST + 2);
  products.forEach((product, place) => {
    const rank = ranked ? (ranks[place] ?? BEST) : BEST;
    rankOf[product] = rank;
    places[rank + 1] = (places[rank + 1] ?? 0) + 1;
  });
  for (let rank = BEST; rank <= WORST; rank += 1) {
    places[rank + 1] = (places[rank + 1] ?? 0) + (places[rank] ?? 0);
  }
  const ordered = new Uint32Array(total);
  for (const product of sort === "vendor" ? byVendor : byName) {
    const rank = rankOf[product] ?? 0;
    if (rank === 0) continue;
    const place = places[rank] ?? 0;
    ordered[place] = product;
    places[rank] = place + 1;
  }
  return ordered;
}

/**
 * Keys of products by their cheapest matching plan, those without a price last. Currencies keep their order, so that
 * turning the sort around does not shuffle them.
 */
function priceKeys(
  index: CatalogIndex,
  { named }: Matches,
  sort: "price" | "-price",
): (place: number) => number {
  const { prices } = index;
  const turned = sort === "-price" ? turnedInCurrency(prices.currency) : null;
  return (place) => {
    const price = priceRankOf(index, named[place] ?? NONE);
    return price === NONE ? prices.amount.length : (turned?.[price] ?? price);
  };
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
  const match = matchOf(matches, product);
  if (sort === "relevance") return [match?.rank ?? 0, name];
  if (sort === "vendor") return [vendorKey(index.values.vendor[index.vendor[product] ?? 0] ?? null), name];
  if (sort === "name") return [name];
  const rank = priceRankOf(index, match?.named ?? NONE);
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
