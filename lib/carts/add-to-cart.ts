import "server-only";
import { audited } from "@/lib/audit/audited";
import { accessCarts, type CartAccess } from "./cart-access";
import { openCart } from "./create-cart";
import { findOpenCart } from "./find-open-cart";
import type { AddToCartInput } from "./inputs";
import { itemInput } from "./item-input";
import { rememberCart } from "./known-carts";
import { oneAtATime } from "./one-at-a-time";
import { isSamePlan, readPlanName, toPlanName } from "./plan-name";
import { readIonCart, requireOpen } from "./read-ion-cart";
import { requirePlan } from "./require-plan";
import { requireQuantity } from "./require-quantity";
import { settledWrite } from "./settled-write";

/** Where it went. `raised`: the plan was already there, and its quantity is now `quantity`. */
export type AddedToCart = { cartId: string; cartItemId: string; quantity: number; raised: boolean };

/**
 * Puts a plan into a customer's cart: the given one, else the one that is being worked on, else a new one. A plan that is
 * already there gets more of it instead of a second line. When Ion's answer is lost the cart is read again before
 * anything is said, so nothing is added twice.
 *
 * Throws AppError NOT_FOUND, NOT_ORDERABLE, INVALID_INPUT (field `quantity`), CART_EXPIRED, CART_CHECKED_OUT, CART_SAVED,
 * CART_NOT_SAVED, and IonError. CONTRACT.md section 2.4.
 */
export async function addToCart(input: AddToCartInput): Promise<AddedToCart> {
  const { customerId, cartId, quantity, ...ref } = input;
  const access = await accessCarts("carts:write", customerId);
  const { actor } = access;
  const entry = {
    action: "carts:add",
    resource: `customers/${customerId}/carts/${cartId ?? "-"}`,
    details: { ...ref, quantity },
  };
  return audited(actor, entry, () =>
    oneAtATime(`${actor.accountId}/${customerId}`, async () => {
      const { plan } = await requirePlan(access, ref);
      await requireQuantity(quantity, plan);
      const target = await targetCart(access, cartId);
      const present = target.items.find((item) => isSamePlan(readPlanName(item.planName), ref));
      const together = (present?.quantity ?? 0) + quantity;
      if (present) await requireQuantity(together, plan, present.quantity ?? 0);
      const cartItemId = present
        ? await raise(access, target.cartId, present, together)
        : await add(access, target, ref, quantity);
      await rememberCart(actor, { customerId, cartId: target.cartId }, { touched: true });
      return {
        cartId: target.cartId,
        cartItemId,
        quantity: together,
        raised: present !== undefined,
      };
    }),
  );
}

type Target = { cartId: string; items: Awaited<ReturnType<typeof readIonCart>>["items"] };

async function targetCart(access: CartAccess, cartId: string | undefined): Promise<Target> {
  if (cartId === undefined) {
    const found = await findOpenCart(access);
    return found ? { cartId: found.cart.id, items: found.items } : { ...(await openCart(access)), items: [] };
  }
  const { cart, items } = await readIonCart(access, cartId);
  requireOpen(cart);
  return { cartId, items };
}

async function add(
  { ion, customerId }: CartAccess,
  { cartId, items }: Target,
  ref: Parameters<typeof toPlanName>[0],
  quantity: number,
): Promise<string> {
  const before = new Set(items.map((item) => item.id));
  const added = await settledWrite(
    () => ion.carts.items.create(customerId, cartId, { planName: toPlanName(ref), quantity }),
    async () => {
      const now = await ion.carts.items.list(customerId, cartId);
      return now.find((item) => !before.has(item.id) && isSamePlan(readPlanName(item.planName), ref));
    },
  );
  return added.id;
}

async function raise(
  { ion, customerId }: CartAccess,
  cartId: string,
  item: Target["items"][number],
  quantity: number,
): Promise<string> {
  await settledWrite(
    () => ion.carts.items.update(customerId, cartId, item.id, { ...itemInput(item), quantity }),
    async () => {
      const now = await ion.carts.items.get(customerId, cartId, item.id);
      return now.quantity === quantity ? now : undefined;
    },
  );
  return item.id;
}
