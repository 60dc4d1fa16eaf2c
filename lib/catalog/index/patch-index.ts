import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorPlans, mirrorProducts } from "@/lib/db/schema/mirror";
import { NOT_ORDERABLE_REASONS, type NotOrderableReason } from "../schemas";
import type { CatalogIndex } from "./catalog-index";

/**
 * The index with what the mirror now says of one product's being switched on or off, and of its plans' being orderable.
 * Everything else waits for the next index; so does a product whose plans are others by now.
 */
export async function patchIndex(
  index: CatalogIndex,
  accountId: string,
  productId: string,
): Promise<CatalogIndex> {
  const product = index.ordinals.get(productId);
  if (product === undefined) return index;
  const db = await getDb();
  const [row] = await db
    .select({ disabled: mirrorProducts.disabled })
    .from(mirrorProducts)
    .where(and(eq(mirrorProducts.accountId, accountId), eq(mirrorProducts.id, productId)));
  const plans = await db
    .select({ notOrderable: mirrorPlans.notOrderable })
    .from(mirrorPlans)
    .where(and(eq(mirrorPlans.accountId, accountId), eq(mirrorPlans.productId, productId)))
    .orderBy(asc(mirrorPlans.position));
  const first = index.planStart[product] ?? 0;
  if (!row || plans.length !== (index.planStart[product + 1] ?? 0) - first) return index;
  const disabled = index.disabled.slice();
  disabled[product] = Number(row.disabled);
  const reason = index.reason.slice();
  plans.forEach(({ notOrderable }, place) => {
    reason[first + place] =
      notOrderable === null ? 0 : NOT_ORDERABLE_REASONS.indexOf(notOrderable as NotOrderableReason) + 1;
  });
  return { ...index, disabled, reason };
}
