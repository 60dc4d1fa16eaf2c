import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Answer, orderedProducts } from "./index/answer-question";
import type { CatalogIndex } from "./index/catalog-index";
import { matchOf } from "./index/matches";
import { type PlanLine, readPlanLines } from "./plan-lines";
import type { CatalogSort } from "./schemas";

/** Products whose plans are read at once. */
const BATCH = 200;

/** The plans an answer found, one by one: products in the order asked for, the matching plans of each in theirs. */
export async function* eachPlan(
  actor: Actor,
  index: CatalogIndex,
  { answer, sort }: { answer: Answer; sort: CatalogSort },
): AsyncGenerator<PlanLine> {
  const ordered = orderedProducts(index, answer, sort);
  for (let from = 0; from < ordered.length; from += BATCH) {
    const plans = Array.from(ordered.subarray(from, from + BATCH)).flatMap((product) =>
      matchingPlans(answer, product),
    );
    yield* await readPlanLines(actor.accountId, index, plans);
  }
}

/** The plans of a product that an answer found, by their numbers in the index. */
export function matchingPlans({ matches }: Answer, product: number): number[] {
  return Array.from(matchOf(matches, product)?.plans ?? []);
}
