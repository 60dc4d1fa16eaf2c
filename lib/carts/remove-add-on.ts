import "server-only";
import type { IonCartItem } from "@/lib/ion/schemas/carts";
import { type CartNow, type Changed, changeCart, requireItem } from "./change-cart";
import { moveDraft } from "./drafts";
import type { CartItemInput } from "./inputs";
import { itemInput } from "./item-input";
import { removeLine } from "./remove-line";
import { settledWrite } from "./settled-write";

/**
 * Takes the add-on off a line. Whether writing an item without an add-on removes it is not documented; where Ion keeps it,
 * the line is replaced by one without, and the answers to its questions go along. Returns the line's id, which may be new.
 */
export async function removeAddOn(input: CartItemInput): Promise<Changed<{ cartItemId: string }>> {
  const { cartItemId } = input;
  const entry = { action: "carts:remove-add-on", details: { cartItemId } };
  return changeCart(input, entry, async (now) => {
    const item = requireItem(now.items, cartItemId);
    if (!item.addOn?.planId) return { cartItemId };
    const { ion, customerId } = now.access;
    const { addOn: _addOn, ...bare } = itemInput(item);
    await settledWrite(
      () => ion.carts.items.update(customerId, now.cartId, item.id, bare),
      async () => ion.carts.items.get(customerId, now.cartId, item.id),
    );
    const after = await ion.carts.items.get(customerId, now.cartId, item.id);
    return { cartItemId: after.addOn?.planId ? await replaceLine(now, item) : item.id };
  });
}

/** The new line first: a cart with two is seen and mended, a lost line may not be. */
async function replaceLine({ access, cartId, items }: CartNow, item: IonCartItem): Promise<string> {
  const { actor, ion, customerId } = access;
  const { addOn: _addOn, ...bare } = itemInput(item);
  const before = new Set(items.map((one) => one.id));
  const made = await settledWrite(
    () => ion.carts.items.create(customerId, cartId, bare),
    async () => {
      const now = await ion.carts.items.list(customerId, cartId);
      return now.find((one) => !before.has(one.id) && one.planName === item.planName);
    },
  );
  await removeLine(access, cartId, item.id);
  await moveDraft(actor.accountId, cartId, { from: item.id, to: made.id });
  return made.id;
}
