import "server-only";
import type { PlanRef } from "@/lib/catalog/schemas";
import { AppError } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import type { CartAccess } from "./cart-access";
import { findPlan, type PlanFacts, readProducts } from "./read-products";

/**
 * The plan with this customer's prices, when it can be put in a cart. Throws AppError NOT_ORDERABLE with the reason in
 * words: unknown, switched off, not in the price book, without a price.
 */
export async function requirePlan(access: CartAccess, ref: PlanRef): Promise<PlanFacts> {
  const products = await readProducts(access, [ref.productId]);
  const facts = findPlan(products, ref);
  if (facts?.plan.orderable.ok) return facts;
  const texts = await serverTexts("carts");
  const reason = facts && !facts.plan.orderable.ok ? facts.plan.orderable.reason : "gone";
  throw new AppError("NOT_ORDERABLE", { params: { reason: texts(`blocked.${reason}`) } });
}
