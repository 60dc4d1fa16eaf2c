import { type CatalogIndex, NONE } from "./catalog-index";
import { placeIn } from "./place-in";
import type { Pause } from "./sort-in-slices";

type Priced = Pick<CatalogIndex, "planCount" | "currency"> & {
  currencies: readonly (string | null)[];
  /** 0 recurring, 1 one-time, 2 without a price. */
  kind: Uint8Array;
  /** Of a year for recurring prices, once for one-time ones. */
  amount: Float64Array;
  pause: Pause;
};

type Ranked = Pick<CatalogIndex, "priceRank" | "prices">;

/**
 * Ranks the plans by what they cost: by currency, recurring prices before one-time ones, then by amount; equal prices
 * share a rank. Sorts numbers only, so that 100,000 take a few milliseconds.
 */
export async function rankPrices(plans: Priced): Promise<Ranked> {
  const groups = groupsOf(plans);
  const priceRank = new Uint32Array(plans.planCount).fill(NONE);
  const prices: { currency: number[]; kind: number[]; amount: number[] } = {
    currency: [],
    kind: [],
    amount: [],
  };
  for (const { currency, kind, members } of groups) {
    await plans.pause();
    const distinct = distinctSorted(members, plans.amount);
    const first = prices.amount.length;
    for (const amount of distinct) {
      prices.currency.push(currency);
      prices.kind.push(kind);
      prices.amount.push(amount);
    }
    await plans.pause();
    for (const plan of members) priceRank[plan] = first + placeIn(distinct, plans.amount[plan] ?? 0);
  }
  await plans.pause();
  return {
    priceRank,
    prices: {
      currency: Uint16Array.from(prices.currency),
      kind: Uint8Array.from(prices.kind),
      amount: Float64Array.from(prices.amount),
    },
  };
}

/** The priced plans by currency and kind, in the order of the currencies' codes. */
function groupsOf({ planCount, currency, currencies, kind }: Priced) {
  const groups: { name: string; currency: number; kind: number; members: number[] }[] = [];
  for (let plan = 0; plan < planCount; plan += 1) {
    const planKind = kind[plan] ?? 2;
    if (planKind === 2) continue;
    const code = currency[plan] ?? 0;
    const place = code * 2 + planKind;
    groups[place] ??= {
      name: `${currencies[code] ?? ""} ${planKind}`,
      currency: code,
      kind: planKind,
      members: [],
    };
    groups[place].members.push(plan);
  }
  return groups.filter(Boolean).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function distinctSorted(members: readonly number[], amounts: Float64Array): Float64Array {
  const sorted = Float64Array.from(members, (plan) => amounts[plan] ?? 0).sort();
  let size = 0;
  for (const amount of sorted) {
    if (size > 0 && sorted[size - 1] === amount) continue;
    sorted[size] = amount;
    size += 1;
  }
  return sorted.subarray(0, size);
}

/** Price rank of a plan that can be ordered; NONE without one. */
export function priceRankOf(
  { reason, priceRank }: Pick<CatalogIndex, "reason" | "priceRank">,
  plan: number,
): number {
  return reason[plan] === 0 ? (priceRank[plan] ?? NONE) : NONE;
}
