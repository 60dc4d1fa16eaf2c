/** Ion's quantities are int32. */
export const LARGEST_QUANTITY = 2_147_483_647;

/** What a plan allows; null is no upper limit. */
export type QuantityLimits = { minQuantity: number; maxQuantity: number | null };

export type QuantityProblem =
  | { code: "notWhole" }
  | { code: "tooFew"; min: number }
  | { code: "tooMany"; max: number };

/** What is wrong with a quantity, if anything: whole, at least one, and within the plan's limits. */
export function checkQuantity(quantity: number, limits: QuantityLimits): QuantityProblem | null {
  if (!Number.isInteger(quantity)) return { code: "notWhole" };
  const min = Math.max(1, limits.minQuantity);
  const max = Math.min(LARGEST_QUANTITY, limits.maxQuantity ?? LARGEST_QUANTITY);
  if (quantity < min) return { code: "tooFew", min };
  if (quantity > max) return { code: "tooMany", max };
  return null;
}
