import { compareMoney, subtractMoney } from "@/lib/money";
import { isZero, type Money } from "@/lib/money-value";
import type { Plan, Sku } from "./schemas";

/** A plan beside the others of its SKU: the one that costs least in a year, or how much more it costs. */
export type PlanComparison = { isCheapest: boolean; more: Money | null };

/** A SKU's plan by the ids that name it within its product. */
export function planKey({ skuId, planId }: Pick<Plan, "skuId" | "planId">): string {
  return `${skuId}/${planId}`;
}

/**
 * Compares the plans of one SKU by what they cost in a year. Only plans that can be ordered and are in the currency of
 * the first of them take part, and nothing is said where there is nothing to compare with.
 */
export function comparePlans(plans: readonly Plan[]): ReadonlyMap<string, PlanComparison> {
  const priced = plans.flatMap((plan) =>
    plan.orderable.ok && plan.yearlyPrice ? [{ plan, yearly: plan.yearlyPrice }] : [],
  );
  const currency = priced[0]?.yearly.currency;
  const comparable = priced.filter(({ yearly }) => yearly.currency === currency);
  const least = comparable.reduce<Money | null>(
    (lowest, { yearly }) => (lowest === null || compareMoney(yearly, lowest) < 0 ? yearly : lowest),
    null,
  );
  if (least === null || comparable.length < 2) return new Map();
  return new Map(
    comparable.map(({ plan, yearly }) => {
      const more = subtractMoney(yearly, least);
      const isCheapest = isZero(more);
      return [planKey(plan), { isCheapest, more: isCheapest ? null : more }];
    }),
  );
}

/**
 * The plan to propose: the only one that can be ordered, among the `wanted` ones or at all. Between several terms and
 * prices a person has to choose, since the cheapest is as a rule the one with the longest commitment.
 */
export function proposePlan(plans: readonly Plan[], wanted: (plan: Plan) => boolean): Plan | undefined {
  const orderable = plans.filter((plan) => plan.orderable.ok);
  const fitting = orderable.filter(wanted);
  const [only, ...others] = fitting.length > 0 ? fitting : orderable;
  return others.length === 0 ? only : undefined;
}

/** The nearest quantity that the plan allows. */
export function clampQuantity(quantity: number, plan: Pick<Plan, "minQuantity" | "maxQuantity">): number {
  return Math.min(Math.max(quantity, plan.minQuantity), plan.maxQuantity ?? Number.MAX_SAFE_INTEGER);
}

/**
 * The plans to show side by side: those that were asked for by their keys, as far as they are there; without a wish the
 * chosen plan's and the other plans of its SKU, or those of the first SKU.
 */
export function plansToCompare(
  skus: readonly Pick<Sku, "plans">[],
  wish: { keys: readonly string[] | null; chosen: string | undefined; most: number },
): Plan[] {
  const all = skus.flatMap((sku) => sku.plans);
  if (wish.keys) {
    const byKey = new Map(all.map((plan) => [planKey(plan), plan]));
    return [...new Set(wish.keys)].flatMap((key) => byKey.get(key) ?? []).slice(0, wish.most);
  }
  const isChosen = (plan: Plan) => planKey(plan) === wish.chosen;
  const sku = skus.find(({ plans }) => plans.some(isChosen)) ?? skus.find(({ plans }) => plans.length > 0);
  const plans = sku?.plans ?? [];
  const first = plans.slice(0, wish.most);
  const chosen = plans.find(isChosen);
  return chosen && !first.includes(chosen) ? [...first.slice(0, wish.most - 1), chosen] : first;
}
