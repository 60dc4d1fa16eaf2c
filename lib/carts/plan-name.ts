/** Which plan of the catalog a line buys. */
export type PlanRef = { productId: string; skuId: string; planId: string };

/** What a cart item's `planName` tells. Ion documents no format for it; CONTRACT.md section 2.4. */
export type PlanHint = { productId: string | null; skuId: string | null; planId: string };

/** The plan as a resource path: the one spelling that names product, SKU and plan together. */
export function toPlanName({ productId, skuId, planId }: PlanRef): string {
  return `products/${productId}/skus/${skuId}/plans/${planId}`;
}

/** Reads a path in any of the spellings, or a bare plan id; null for nothing. */
export function readPlanName(planName: string | null): PlanHint | null {
  const segments = planName?.split("/").map((segment) => segment.trim()) ?? [];
  const after = (collection: string) => {
    const at = segments.lastIndexOf(collection);
    return at === -1 ? null : segments[at + 1] || null;
  };
  const planId = after("plans") ?? segments.at(-1);
  return planId ? { productId: after("products"), skuId: after("skus"), planId } : null;
}

/** True when the hint can't mean another plan than `ref`. */
export function isSamePlan(hint: PlanHint | null, ref: PlanRef): boolean {
  return (
    hint !== null &&
    hint.planId === ref.planId &&
    hint.productId === ref.productId &&
    (hint.skuId === null || hint.skuId === ref.skuId)
  );
}
