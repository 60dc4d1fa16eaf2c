import "server-only";
import { type Changed, changeCart } from "./change-cart";
import { moveDraft } from "./drafts";
import type { RestoreItemInput } from "./inputs";
import { isSamePlan, readPlanName, toPlanName } from "./plan-name";
import { requirePlan } from "./require-plan";
import { requireQuantity } from "./require-quantity";
import { settledWrite } from "./settled-write";
import { findAddOnPlan } from "./to-cart-item";

/**
 * Brings a removed line back: plan, quantity, add-on, and the answers to its questions. Ion gives the line a new id.
 * Throws AppError NOT_ORDERABLE, INVALID_INPUT (field `quantity`), and what `changeCart` throws.
 */
export async function restoreItem(input: RestoreItemInput): Promise<Changed<{ cartItemId: string }>> {
  const { cartItemId, quantity, productId, skuId, planId } = input;
  const ref = { productId, skuId, planId };
  const entry = { action: "carts:restore-item", details: { ...ref, quantity } };
  return changeCart(input, entry, async ({ access, cartId, items }) => {
    const { actor, ion, customerId } = access;
    const facts = await requirePlan(access, ref);
    await requireQuantity(quantity, facts.plan);
    const addOn =
      input.addOn &&
      findAddOnPlan(facts, { planId: input.addOn.planId, addOnId: input.addOn.addOnId })?.addOn.name;
    const before = new Set(items.map((item) => item.id));
    const made = await settledWrite(
      () =>
        ion.carts.items.create(customerId, cartId, {
          planName: toPlanName(ref),
          quantity,
          ...(input.addOn && addOn ? { addOn: { planId: input.addOn.planId, displayName: addOn } } : {}),
        }),
      async () => {
        const now = await ion.carts.items.list(customerId, cartId);
        return now.find((item) => !before.has(item.id) && isSamePlan(readPlanName(item.planName), ref));
      },
    );
    await moveDraft(actor.accountId, cartId, { from: cartItemId, to: made.id });
    return { cartItemId: made.id };
  });
}
