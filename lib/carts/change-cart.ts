import "server-only";
import { audited } from "@/lib/audit/audited";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";
import type { IonCartItem } from "@/lib/ion/schemas/carts";
import { log } from "@/lib/log";
import { accessCarts, type CartAccess } from "./cart-access";
import type { CartInput } from "./inputs";
import { touchCart } from "./known-carts";
import { oneAtATime } from "./one-at-a-time";
import { readCart } from "./read-cart";
import { type IonCartWithItems, readIonCart, requireOpen } from "./read-ion-cart";
import type { Cart } from "./schemas";

/** What a change got to work with: the cart as it is at Ion now. */
export type CartNow = IonCartWithItems & { access: CartAccess; cartId: string };

/** What a change came to. `cart` is null when it is done and only could not be read again. */
export type Changed<T> = { cart: Cart | null; result: T };

/**
 * The frame of every change of a cart: permission, one change at a time, a fresh look at the cart, an audit entry, and
 * the cart as it is afterwards. Throws AppError NOT_FOUND, CART_EXPIRED, CART_CHECKED_OUT, CART_SAVED, and what `change`
 * throws; a refusal by Ion is explained by the cart's state where that is the reason.
 */
export async function changeCart<T>(
  { customerId, cartId }: CartInput,
  entry: { action: string; details?: Record<string, unknown>; anyState?: boolean },
  change: (now: CartNow) => Promise<T>,
): Promise<Changed<T>> {
  const access = await accessCarts("carts:write", customerId);
  const { actor } = access;
  const { action, details = {}, anyState = false } = entry;
  return audited(actor, { action, resource: `customers/${customerId}/carts/${cartId}`, details }, () =>
    oneAtATime(`${actor.accountId}/${customerId}`, async () => {
      const now = await readIonCart(access, cartId);
      if (now.cart.state === "checked-out") throw new AppError("CART_CHECKED_OUT");
      if (!anyState) requireOpen(now.cart);
      const result = await change({ ...now, access, cartId }).catch(async (error) => {
        throw await explained(access, cartId, error);
      });
      await touchCart(actor.accountId, cartId);
      return { result, cart: await readAgain(access, cartId) };
    }),
  );
}

/** The line a change is about. Throws AppError CART_ITEM_GONE. */
export function requireItem(items: readonly IonCartItem[], cartItemId: string): IonCartItem {
  const item = items.find((one) => one.id === cartItemId);
  if (!item) throw new AppError("CART_ITEM_GONE");
  return item;
}

/** Ion's words for a cart that may not be changed are not documented; its state says it better. */
async function explained(access: CartAccess, cartId: string, error: unknown): Promise<unknown> {
  if (!isIonError(error, "not-found", "precondition", "conflict", "invalid")) return error;
  try {
    requireOpen((await readIonCart(access, cartId)).cart);
  } catch (reason) {
    if (reason instanceof AppError) return reason;
  }
  return error.kind === "not-found" ? new AppError("CART_ITEM_GONE", { cause: error }) : error;
}

async function readAgain(access: CartAccess, cartId: string): Promise<Cart | null> {
  try {
    return (await readCart(access, cartId)).cart;
  } catch (error) {
    log.warn({ event: "cart-unread", cartId, err: error }, "a changed cart could not be read again");
    return null;
  }
}
