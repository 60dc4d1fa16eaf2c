import "server-only";
import { closeKnownCart } from "@/lib/carts/known-carts";
import { later } from "@/lib/later";
import { refreshMirrored } from "@/lib/mirror/refresh-mirrored";
import { orderMirror } from "../order-mirror";
import type { OrderIntent } from "./take-step";

/** What the rest of the portal learns of a placed order. */
export async function onPlaced({ accountId, customerId, cartId, orderId }: OrderIntent): Promise<void> {
  if (cartId !== null) await closeKnownCart(accountId, cartId);
  if (orderId === null) return;
  // Read again rather than kept as it came: amounts in the answer to a checkout are whole numbers (D30).
  later("order-not-mirrored", () => refreshMirrored(orderMirror, accountId, { id: orderId, customerId }));
}
