import { eq, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { addToCart } from "@/lib/carts/add-to-cart";
import { getCart } from "@/lib/carts/get-cart";
import { as, type CartsPortal, PLANS } from "@/lib/carts/testing/carts-portal";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";
import type { OrderIntent } from "../intents/take-step";
import { placeOrder } from "../place-order";
import type { PlaceOrderInput } from "../place-order-schemas";

/** A portal of a test's own, and what tests of ordering do with it again and again. */
export function orderingIn(portal: () => CartsPortal) {
  /** What the review page would send. */
  async function seen(customerId: string, cartId: string) {
    const cart = await as(portal().owner, () => getCart(customerId, cartId));
    return { seenTotals: cart.totals, seenFingerprint: cart.fingerprint };
  }

  /** A cart with 10 seats that asks nothing, for a customer of its own, as the review page would send it. */
  async function readyCart(quantity = 10) {
    const customerId = await portal().customer();
    const { cartId, cartItemId } = await as(portal().owner, () =>
      addToCart({ customerId, ...PLANS.dropbox, quantity }),
    );
    return { customerId, cartId, cartItemId, ...(await seen(customerId, cartId)) };
  }

  const place = (input: PlaceOrderInput, actor: Actor = portal().owner) => as(actor, () => placeOrder(input));

  /** The code of why it was not ordered, or the state that it came to. */
  const outcome = (input: PlaceOrderInput, actor?: Actor) =>
    place(input, actor).then(({ state }) => state, codeOf);

  async function ordersAt(customerId: string): Promise<number> {
    let count = 0;
    for await (const _ of portal().ion.orders.listAllForCustomer(customerId)) count++;
    return count;
  }

  /** What is done to the calls that check this cart out. */
  const checkoutFault = (cartId: string, fault: Record<string, unknown>) =>
    portal().fault({ method: "POST", path: `*${cartId}:checkout`, count: 1, ...fault });

  const hold = async (holdSeconds: number) => {
    const db = await getDb();
    await db.update(accounts).set({ holdSeconds }).where(eq(accounts.id, portal().accountId));
  };

  return { seen, readyCart, place, outcome, ordersAt, checkoutFault, hold };
}

export function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return isIonError(error) ? `ion ${error.kind}` : String(error);
}

/** The cart's intents, oldest first. */
export async function intentsOf(cartId: string): Promise<OrderIntent[]> {
  const db = await getDb();
  return db
    .select()
    .from(orderIntents)
    .where(eq(orderIntents.cartId, cartId))
    .orderBy(orderIntents.createdAt);
}

/** Lets the time pass for the cart's intents: holds, pauses, leases and waits that last no longer are over. */
export function passTime(cartId: string, seconds: number): Promise<void> {
  return backdate(eq(orderIntents.cartId, cartId), seconds);
}

/** The same for one intent. */
export function passTimeOf(intentId: string, seconds: number): Promise<void> {
  return backdate(eq(orderIntents.id, intentId), seconds);
}

async function backdate(which: SQL, seconds: number): Promise<void> {
  const db = await getDb();
  const back = (column: unknown) => sql`${column} - make_interval(secs => ${seconds})`;
  await db
    .update(orderIntents)
    .set({
      createdAt: back(orderIntents.createdAt),
      heldUntil: back(orderIntents.heldUntil),
      nextTryAt: back(orderIntents.nextTryAt),
      leaseUntil: back(orderIntents.leaseUntil),
      sentAt: back(orderIntents.sentAt),
      nextLookupAt: back(orderIntents.nextLookupAt),
    })
    .where(which);
}
