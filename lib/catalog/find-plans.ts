import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { routes } from "@/lib/routes";
import { planKey } from "./compare-plans";
import { matchingPlans } from "./each-plan";
import { answerQuestion, orderedProducts } from "./index/answer-question";
import type { CatalogIndex } from "./index/catalog-index";
import { findIds } from "./index/find-ids";
import { catalogIndex } from "./index/keep-index";
import { priceRankOf } from "./index/price-ranks";
import { readPlanLines } from "./plan-lines";
import { MAX_QUERY_LENGTH } from "./schemas";

/** A plan as the command palette shows it. */
export type FoundPlan = {
  productId: string;
  skuId: string;
  planId: string;
  /** The SKU's name. */
  title: string;
  /** The product's name and its vendor. */
  detail: string;
  href: string;
};

/** SKUs of one product at most, so that one large product leaves room for others. */
const SKUS_A_PRODUCT = 3;

/**
 * The plans that fit the question best, at most `limit`: of each product the first SKUs that match, of each SKU its
 * cheapest plan that can be ordered. For callers that have authorised the person.
 */
export async function findPlans(actor: Actor, q: string, limit: number): Promise<FoundPlan[]> {
  const { accountId } = actor;
  const asked = q.slice(0, MAX_QUERY_LENGTH).replace(/\p{Cc}/gu, " ");
  if (asked.trim() === "") return [];
  const index = await catalogIndex(accountId);
  const answer = await answerQuestion(
    index,
    {
      q: asked,
      literal: false,
      vendor: [],
      category: [],
      billing: [],
      term: [],
      currency: [],
      orderable: false,
    },
    (fragment, whole) => findIds(accountId, index, { fragment, whole }),
  );
  const products = orderedProducts(index, answer, "relevance").subarray(0, limit);
  const plans = Array.from(products)
    .flatMap((product) => bestOfEachSku(index, matchingPlans(answer, product)).slice(0, SKUS_A_PRODUCT))
    .slice(0, limit);
  const lines = await readPlanLines(accountId, index, plans);
  return lines.map(({ product, skuId, planId, skuName }) => {
    const productId = index.ids[product] ?? "";
    const vendor = index.values.vendor[index.vendor[product] ?? 0] ?? null;
    const name = index.names[product] ?? "";
    return {
      productId,
      skuId,
      planId,
      title: skuName,
      detail: [...(name === skuName ? [] : [name]), ...(vendor === null ? [] : [vendor])].join(" · "),
      href: routes.product(productId, { plan: planKey({ skuId, planId }) }),
    };
  });
}

function bestOfEachSku(index: CatalogIndex, plans: readonly number[]): number[] {
  const best = new Map<number, number>();
  for (const plan of plans) {
    const sku = index.skuName[plan] ?? 0;
    const known = best.get(sku);
    if (known === undefined || priceRankOf(index, plan) < priceRankOf(index, known)) best.set(sku, plan);
  }
  return [...best.values()];
}
