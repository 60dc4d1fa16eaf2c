import "server-only";
import { AppError } from "@/lib/errors";
import { serverTexts } from "@/lib/i18n/server-texts";
import { checkQuantity, type QuantityLimits } from "./quantity";

/**
 * Refuses a quantity that the plan does not allow, before Ion is asked. `present` is what the cart already holds of it.
 * Throws AppError INVALID_INPUT with the field `quantity`.
 */
export async function requireQuantity(quantity: number, limits: QuantityLimits, present = 0): Promise<void> {
  const problem = checkQuantity(quantity, limits);
  if (!problem) return;
  const texts = await serverTexts("carts");
  const sentence =
    problem.code === "tooMany" && present > 0
      ? texts("quantity.tooManyTogether", { present, max: problem.max })
      : texts(`quantity.${problem.code}`, problem.code === "notWhole" ? {} : { ...problem });
  throw new AppError("INVALID_INPUT", { fieldErrors: { quantity: [sentence] } });
}
