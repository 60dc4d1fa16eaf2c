import type { CursorKey } from "@/lib/lists/cursor";
import { sortKey } from "@/lib/mirror/sort-key";
import type { CatalogSort } from "../schemas";
import { type CatalogIndex, NONE } from "./catalog-index";
import { vendorKey } from "./index-builder";
import type { Matches } from "./match-plans";

const BEST = 1;
const WORST = 7;

/**
 * The products that match, in the order asked for; where that leaves two equal, by name and then by id. Every order was
 * made with the index, so this only walks through one of them.
 */
export function orderProducts(index: CatalogIndex, matches: Matches, sort: CatalogSort): Uint32Array {
  const ordered = new Uint32Array(matches.total);
  let size = 0;
  const take = (product: number) => {
    ordered[size] = product;
    size += 1;
  };
  if (sort === "price" || sort === "-price") {
    eachPriced(index, matches, sort, take);
    for (const product of index.byName) {
      if (matches.rank[product] !== 0 && matches.priceRank[product] === NONE) take(product);
    }
    return ordered;
  }
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
  for (const product of sort === "vendor" ? index.byVendor : index.byName) {
    if (matches.rank[product] !== 0) take(product);
  }
  return ordered;
}

/** Products by their cheapest matching plan. Currencies keep their order, so that turning the sort around does not shuffle them. */
function eachPriced(
  index: CatalogIndex,
  { plan, priceRank }: Matches,
  sort: "price" | "-price",
  take: (product: number) => void,
): void {
  const { prices, rankStart, byPrice, productOfPlan } = index;
  const takeRank = (rank: number) => {
    const end = rankStart[rank + 1] ?? 0;
    for (let at = rankStart[rank] ?? 0; at < end; at += 1) {
      const one = byPrice[at] ?? 0;
      const product = productOfPlan[one] ?? 0;
      if (plan[product] === one && priceRank[product] !== NONE) take(product);
    }
  };
  const count = prices.amount.length;
  for (let from = 0; from < count; ) {
    let to = from;
    while (to < count && prices.currency[to] === prices.currency[from]) to += 1;
    if (sort === "price") for (let rank = from; rank < to; rank += 1) takeRank(rank);
    else for (let rank = to - 1; rank >= from; rank -= 1) takeRank(rank);
    from = to;
  }
}

/** Behind every currency's code. */
const NO_CURRENCY = "\uffff";

/** What a product is found by in its order when the next page is asked for, perhaps of a newer index. */
export function keyOf(index: CatalogIndex, matches: Matches, sort: CatalogSort, product: number): CursorKey {
  const name = `${sortKey(index.names[product] ?? "")}\u0000${index.ids[product] ?? ""}`;
  if (sort === "relevance") return [matches.rank[product] ?? 0, name];
  if (sort === "vendor") return [vendorKey(index.values.vendor[index.vendor[product] ?? 0] ?? null), name];
  if (sort === "name") return [name];
  const rank = matches.priceRank[product] ?? NONE;
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
