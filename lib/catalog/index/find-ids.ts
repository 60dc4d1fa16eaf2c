import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorPlans } from "@/lib/db/schema/mirror";
import { isOneOf } from "@/lib/lists/conditions";
import type { CatalogIndex } from "./catalog-index";
import type { IdHits } from "./question";

/** A fragment that more products may have than this finds only the first ones. */
const MOST_PRODUCTS = 300;

/**
 * Plans of the account whose ids or part numbers have `fragment` in them; those that are `whole` are marked. Both are
 * folded, and a fragment with a line end before and behind it is a whole id. The index says which products to look at,
 * the mirror has their ids.
 */
export async function findIds(
  accountId: string,
  index: CatalogIndex,
  { fragment, whole }: { fragment: string; whole: string },
): Promise<IdHits> {
  const line = `\n${whole}\n`;
  const candidates = index.idGrams.candidates(fragment);
  const products = candidates.slice(0, MOST_PRODUCTS);
  return {
    hits: await read(accountId, index, { products, part: fragment, line }),
    more: candidates.length > MOST_PRODUCTS,
  };
}

async function read(
  accountId: string,
  index: CatalogIndex,
  { products, part, line }: { products: readonly number[]; part: string; line: string },
): Promise<IdHits["hits"]> {
  const ids = products.flatMap((product) => index.ids[product] ?? []);
  if (ids.length === 0) return [];
  const db = await getDb();
  return db
    .select({
      productId: mirrorPlans.productId,
      position: mirrorPlans.position,
      exact: has(line),
    })
    .from(mirrorPlans)
    .where(and(eq(mirrorPlans.accountId, accountId), isOneOf(mirrorPlans.productId, ids), has(part)));
}

/** A comparison that no index offers itself for: the few products are found by their keys, whatever the planner believes. */
function has(text: string): SQL<boolean> {
  return sql<boolean>`strpos(${mirrorPlans.ids}, ${text}) > 0`;
}
