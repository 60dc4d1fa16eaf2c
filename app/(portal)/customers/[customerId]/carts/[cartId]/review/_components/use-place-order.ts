"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { cartKeys } from "@/lib/carts/cart-keys";
import type { Cart, CartTotal } from "@/lib/carts/schemas";
import { intentKeys } from "@/lib/orders/intents/intent-keys";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";
import type { UserFacingError } from "@/lib/user-facing";
import { placeOrderAction, releaseIntentAction } from "../../actions";

/** How an attempt to order ended, when it did not end in an order. */
export type Outcome =
  | { kind: "price"; before: CartTotal[] }
  | { kind: "cart" }
  | { kind: "refused"; fieldErrors: Record<string, string[]> }
  | { kind: "checked-out" }
  | { kind: "failed"; error: UserFacingError }
  | { kind: "unreachable" };

type Secrets = Record<string, Record<string, string>>;

/** What is left to be done after these: the page's data is out of date. */
const STALE = new Set([
  "PRICE_CHANGED",
  "CART_CHANGED",
  "CART_CHECKED_OUT",
  "CART_EXPIRED",
  "CART_EMPTY",
  "CART_SAVED",
  "NOT_ORDERABLE",
  "APPROVAL_REQUIRED",
]);

/** Places the order of the cart as it is shown; the intent in the cache moves the page on. */
export function usePlaceOrder(cart: Cart) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [pending, startTransition] = useTransition();
  const { customerId, id: cartId } = cart;
  const intentKey = intentKeys.one(customerId, cartId);
  const refusalKey = cartKeys.refusals(customerId, cartId);

  const placed = (orderId: string) =>
    queryClient.setQueryData<OrderIntentView>(
      intentKey,
      (now) => now && { ...now, state: "placed", orderId },
    );

  const refused = (error: UserFacingError) => {
    const next = toOutcome(error, cart.totals);
    if (next.kind === "refused") queryClient.setQueryData(refusalKey, next.fieldErrors);
    setOutcome(next);
    if (STALE.has(error.code)) router.refresh();
  };

  const send = async (secrets: Secrets) => {
    setOutcome(null);
    queryClient.setQueryData(refusalKey, {});
    const result = await placeOrderAction({
      customerId,
      cartId,
      seenTotals: cart.totals.map(({ amount, currency }) => ({ amount, currency })),
      seenFingerprint: cart.fingerprint,
      ...(Object.keys(secrets).length > 0 ? { secrets } : {}),
    }).catch(() => undefined);
    if (!result) setOutcome({ kind: "unreachable" });
    else if (!result.ok) refused(result.error);
    else if (result.data.state === "placed") return placed(result.data.orderId);
    // Whatever is not a clear answer is looked up: the intent knows whether anything was sent.
    await queryClient.invalidateQueries({ queryKey: intentKey });
  };

  const place = (secrets: Secrets) => startTransition(() => send(secrets).then(() => undefined));

  /** Frees the cart of an order that Ion does not have, and orders it again. Returns why not, in words. */
  const release = async (secrets: Secrets): Promise<string | undefined> => {
    const result = await releaseIntentAction({ customerId, cartId }).catch(() => undefined);
    if (!result?.ok) {
      await queryClient.invalidateQueries({ queryKey: intentKey });
      return result?.error.message ?? "";
    }
    if (result.data.orderId) placed(result.data.orderId);
    else await send(secrets);
    return undefined;
  };

  return { place, release, pending, outcome };
}

function toOutcome(error: UserFacingError, before: CartTotal[]): Outcome {
  switch (error.code) {
    case "PRICE_CHANGED":
      return { kind: "price", before };
    case "CART_CHANGED":
      return { kind: "cart" };
    case "CART_CHECKED_OUT":
      return { kind: "checked-out" };
    case "INVALID_INPUT":
      return error.fieldErrors
        ? { kind: "refused", fieldErrors: error.fieldErrors }
        : { kind: "failed", error };
    default:
      return { kind: "failed", error };
  }
}
