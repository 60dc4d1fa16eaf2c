import "server-only";
import pLimit from "p-limit";
import { getCustomer } from "@/lib/customers/get-customer";
import { accessCarts } from "./cart-access";
import { openKnownCarts, rememberCart } from "./known-carts";
import { readCartRow } from "./read-cart-row";
import type { CartPage } from "./schemas";

const AT_ONCE = 6;
const IN_PROGRESS = ["OPEN", "SAVED_FOR_LATER", "QUOTE"] as const;

/**
 * One customer's carts in progress, last touched first, from Ion's own list: so carts that were made elsewhere become
 * known here. Throws AppError NOT_FOUND for a customer that is not this person's, and IonError.
 */
export async function listCustomerCarts(customerId: string): Promise<CartPage> {
  const access = await accessCarts("carts:read", customerId);
  const { actor, ion } = access;
  const [{ organization }] = await Promise.all([
    getCustomer(customerId),
    ...IN_PROGRESS.map(async (status) => {
      for await (const cart of ion.carts.listAll(customerId, { status })) {
        await rememberCart(actor, { customerId, cartId: cart.id });
      }
    }),
  ]);
  const limit = pLimit(AT_ONCE);
  const rows = await Promise.all(
    (await openKnownCarts(actor.accountId, customerId)).map((known) =>
      limit(() => readCartRow(access, known, organization)),
    ),
  );
  const inProgress = rows.filter((row) => row !== null);
  return { rows: inProgress, total: inProgress.length, nextCursor: null, asOf: new Date().toISOString() };
}
