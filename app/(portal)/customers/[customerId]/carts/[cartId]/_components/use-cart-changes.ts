"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { cartKeys } from "@/lib/carts/cart-keys";
import { withAddOn, withoutItem, withQuantity } from "@/lib/carts/optimistic";
import type { Cart, CartItem } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import {
  addAddOnAction,
  type ChangedCart,
  removeAddOnAction,
  removeItemAction,
  restoreItemAction,
  setQuantityAction,
} from "../actions";

const QUANTITY_DELAY_MS = 400;

/** Why a change was not made, in words; undefined when it was. */
export type Refusal = string | undefined;

export type CartChanges = ReturnType<typeof useCartChanges>;

/**
 * Changes of a cart that the page shows at once and Ion takes a moment later. A refused one is taken back, with the reason
 * beside its line. Quantities wait until the person has stopped clicking; `settled` waits for everything under way.
 */
export function useCartChanges(cart: Cart) {
  const t = useTranslations("errors");
  const queryClient = useQueryClient();
  const key = useMemo(() => cartKeys.one(cart.customerId, cart.id), [cart.customerId, cart.id]);
  const cartRef = { customerId: cart.customerId, cartId: cart.id };
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [underWay, setUnderWay] = useState(0);
  /** What Ion last confirmed: where a refused change falls back to. */
  const confirmed = useRef(cart);
  const running = useRef(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; send: () => void }>());
  if (running.current === 0 && waiting.current.size === 0) confirmed.current = cart;

  const setProblem = useCallback((itemId: string, problem: Refusal) => {
    setProblems(({ [itemId]: _before, ...rest }) => (problem ? { ...rest, [itemId]: problem } : rest));
  }, []);

  const show = useCallback(
    (change: (now: Cart) => Cart) => {
      // An answer that is on its way shows the cart before this change.
      void queryClient.cancelQueries({ queryKey: key });
      queryClient.setQueryData<Cart>(key, (now) => now && change(now));
    },
    [queryClient, key],
  );

  const run = useCallback(
    async (action: () => Promise<ChangedCart>): Promise<Refusal> => {
      running.current += 1;
      setUnderWay((count) => count + 1);
      const work = queue.current.then(() => action()).catch(() => undefined);
      queue.current = work;
      const result = await work;
      running.current -= 1;
      setUnderWay((count) => count - 1);
      const isLast = running.current === 0 && waiting.current.size === 0;
      if (result?.ok) {
        if (result.data) confirmed.current = result.data;
        if (isLast && result.data) queryClient.setQueryData(key, result.data);
        if (isLast && !result.data) void queryClient.invalidateQueries({ queryKey: key });
        return undefined;
      }
      if (isLast) queryClient.setQueryData(key, confirmed.current);
      void queryClient.invalidateQueries({ queryKey: key });
      if (!result) return t("OFFLINE");
      return result.error.fieldErrors?.quantity?.[0] ?? result.error.message;
    },
    [queryClient, key, t],
  );

  const setQuantity = (item: CartItem, quantity: number) => {
    show((now) => withQuantity(now, item.id, quantity));
    setProblem(item.id, undefined);
    const before = waiting.current.get(item.id);
    if (before) clearTimeout(before.timer);
    const send = () => {
      waiting.current.delete(item.id);
      void run(() => setQuantityAction({ ...cartRef, cartItemId: item.id, quantity })).then((refusal) =>
        setProblem(item.id, refusal),
      );
    };
    waiting.current.set(item.id, { timer: setTimeout(send, QUANTITY_DELAY_MS), send });
  };

  const flush = useCallback(() => {
    for (const { timer, send } of waiting.current.values()) {
      clearTimeout(timer);
      send();
    }
  }, []);
  // Leaving the page sends what still waits.
  useEffect(() => flush, [flush]);

  const remove = (item: CartItem) => {
    const held = waiting.current.get(item.id);
    if (held) clearTimeout(held.timer);
    waiting.current.delete(item.id);
    show((now) => withoutItem(now, item.id));
    return run(() => removeItemAction({ ...cartRef, cartItemId: item.id }));
  };

  const restore = (item: CartItem) =>
    run(() =>
      restoreItemAction({
        ...cartRef,
        cartItemId: item.id,
        ...item.plan,
        quantity: item.quantity,
        addOn: item.addOn?.addOnId ? { addOnId: item.addOn.addOnId, planId: item.addOn.planId } : null,
      }),
    );

  const setAddOn = async (item: CartItem, addOn: { addOnId: string; planId: string } | null) => {
    flush();
    show((now) => withAddOn(now, item.id, addOn?.planId ?? null));
    setProblem(item.id, undefined);
    const line = { ...cartRef, cartItemId: item.id };
    const refusal = await run(() =>
      addOn
        ? addAddOnAction({ ...line, addOnId: addOn.addOnId, addOnPlanId: addOn.planId })
        : removeAddOnAction(line),
    );
    setProblem(item.id, refusal);
  };

  /** Waits until Ion has answered every change made so far. */
  const settled = useCallback(async () => {
    flush();
    await queue.current;
  }, [flush]);

  return { problems, isSaving: underWay > 0, setQuantity, remove, restore, setAddOn, run, settled };
}
