"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast-store";
import { cartKeys } from "@/lib/carts/cart-keys";
import type { Cart, CartTotal } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { intentKeys } from "@/lib/orders/intents/intent-keys";
import type { OrderDifference, OrderIntentView, OrderRefusal } from "@/lib/orders/intents/intent-shapes";
import type { UserFacingError } from "@/lib/user-facing";
import { placeOrderAction, recallIntentAction, releaseIntentAction } from "../../actions";

/** How an attempt to order ended, when it did not end in an order. */
export type Outcome =
  | { kind: "price"; before: CartTotal[] }
  | { kind: "cart" }
  /** It was held, and something changed until it was to be sent. */
  | { kind: "difference"; message: string; difference: OrderDifference }
  | { kind: "refused"; fieldErrors: Record<string, string[]> }
  | { kind: "checked-out" }
  | { kind: "failed"; error: Pick<UserFacingError, "message" | "reference"> }
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
export function usePlaceOrder(cart: Cart, intent: OrderIntentView) {
  const t = useTranslations("carts.review");
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

  useNewRefusal(intent.refusal, (refusal) => {
    setOutcome(null);
    queryClient.setQueryData(refusalKey, fieldsOf(refusal));
    router.refresh();
  });

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

  /** Takes a held order back. When that is too late, the page goes on to what became of it. */
  const recall = async (): Promise<void> => {
    const result = await recallIntentAction({ customerId, cartId }).catch(() => undefined);
    if (result?.ok) toast({ title: t("recalled") });
    else if (result) toast({ tone: "attention", title: result.error.message });
    await queryClient.invalidateQueries({ queryKey: intentKey });
  };

  return {
    place,
    release,
    recall,
    pending,
    outcome: outcome ?? (intent.refusal && pastOutcome(intent.refusal)),
  };
}

/** Calls `onNew` when an order that was held turns out not to be placed while the page is open. */
function useNewRefusal(refusal: OrderRefusal | null, onNew: (refusal: OrderRefusal) => void): void {
  const known = useRef(refusal?.at);
  const latest = useRef(onNew);
  latest.current = onNew;
  useEffect(() => {
    if (!refusal || refusal.at === known.current) return;
    known.current = refusal.at;
    latest.current(refusal);
  }, [refusal]);
}

function fieldsOf({ fields }: OrderRefusal): Record<string, string[]> {
  return Object.fromEntries(fields.map(({ field, messages }) => [field, messages]));
}

/** How an attempt ended that the portal made after the button was pressed. */
function pastOutcome(refusal: OrderRefusal): Outcome {
  const { code, message, reference, difference } = refusal;
  if (difference) return { kind: "difference", message, difference };
  if (code === "CART_CHECKED_OUT") return { kind: "checked-out" };
  if (refusal.fields.length > 0) return { kind: "refused", fieldErrors: fieldsOf(refusal) };
  return { kind: "failed", error: { message, reference } };
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
