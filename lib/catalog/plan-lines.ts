import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorPlans } from "@/lib/db/schema/mirror";
import type { CatalogIndex } from "./index/catalog-index";

/** A plan of the mirror with the product it belongs to. Has the cost: not for everybody's eyes. */
export type PlanLine = {
  plan: number;
  product: number;
  skuId: string;
  skuName: string;
  planId: string;
  planName: string;
  mfgPartNumber: string | null;
  vendorSkuId: string | null;
  billing: string;
  term: string | null;
  currency: string | null;
  /** Decimal texts. */
  price: string | null;
  yearly: string | null;
  cost: string | null;
  unit: string;
  notOrderable: string | null;
};

/** The plans with these numbers in the index, in their order, as the mirror has them now; those it no longer has are left out. */
export async function readPlanLines(
  accountId: string,
  index: CatalogIndex,
  plans: readonly number[],
): Promise<PlanLine[]> {
  if (plans.length === 0) return [];
  const productIds = new Set(plans.map((plan) => index.ids[index.productOfPlan[plan] ?? 0] ?? ""));
  const db = await getDb();
  const rows = await db
    .select({
      productId: mirrorPlans.productId,
      position: mirrorPlans.position,
      skuId: mirrorPlans.skuId,
      skuName: mirrorPlans.skuName,
      planId: mirrorPlans.planId,
      planName: mirrorPlans.planName,
      mfgPartNumber: mirrorPlans.mfgPartNumber,
      vendorSkuId: mirrorPlans.vendorSkuId,
      billing: mirrorPlans.billing,
      term: mirrorPlans.term,
      currency: mirrorPlans.currency,
      price: mirrorPlans.price,
      yearly: mirrorPlans.yearly,
      cost: mirrorPlans.cost,
      unit: mirrorPlans.unit,
      notOrderable: mirrorPlans.notOrderable,
    })
    .from(mirrorPlans)
    .where(and(eq(mirrorPlans.accountId, accountId), inArray(mirrorPlans.productId, [...productIds])));
  const byPlace = new Map(rows.map((row) => [`${row.position} ${row.productId}`, row]));
  return plans.flatMap((plan) => {
    const product = index.productOfPlan[plan] ?? 0;
    const row = byPlace.get(`${index.position[plan]} ${index.ids[product]}`);
    return row ? [{ ...row, plan, product }] : [];
  });
}
