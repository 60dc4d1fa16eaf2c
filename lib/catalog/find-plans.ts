import "server-only";
import { and, eq, like, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { mirrorPlans, mirrorProducts } from "@/lib/db/schema/mirror";
import { foldedWords } from "@/lib/fold";
import { routes } from "@/lib/routes";
import { planKey } from "./compare-plans";

/** A plan as the command palette shows it. */
export type FoundPlan = {
  productId: string;
  skuId: string;
  planId: string;
  title: string;
  detail: string;
  href: string;
};

/** The plans that fit the question best, at most `limit`. For callers that have authorised the person. */
export async function findPlans(actor: Actor, q: string, limit: number): Promise<FoundPlan[]> {
  const words = foldedWords(q);
  if (words.length === 0) return [];
  const db = await getDb();
  const rows = await db
    .select({
      productId: mirrorPlans.productId,
      skuId: mirrorPlans.skuId,
      planId: mirrorPlans.planId,
      skuName: mirrorPlans.skuName,
      productName: mirrorProducts.name,
    })
    .from(mirrorPlans)
    .innerJoin(
      mirrorProducts,
      and(eq(mirrorProducts.accountId, mirrorPlans.accountId), eq(mirrorProducts.id, mirrorPlans.productId)),
    )
    .where(
      and(
        eq(mirrorPlans.accountId, actor.accountId),
        ...words.map((word) =>
          like(
            sql`lower(${mirrorProducts.name} || ' ' || ${mirrorPlans.skuName})`,
            `%${word.replace(/[%_\\]/g, "\\$&")}%`,
          ),
        ),
      ),
    )
    .limit(limit);
  return rows.map(({ productId, skuId, planId, skuName, productName }) => ({
    productId,
    skuId,
    planId,
    title: skuName,
    detail: productName,
    href: routes.product(productId, { plan: planKey({ skuId, planId }) }),
  }));
}
