"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { cartKeys } from "@/lib/carts/cart-keys";
import type { Cart } from "@/lib/carts/schemas";

type Refusals = Record<string, string[]>;

/**
 * What was refused of one line's answers when the cart was last ordered: the review page leaves it in the cache. `settle`
 * takes away what somebody has answered anew.
 */
export function useItemRefusals(cart: Pick<Cart, "customerId" | "id">, itemId: string) {
  const queryClient = useQueryClient();
  const queryKey = useMemo(() => cartKeys.refusals(cart.customerId, cart.id), [cart.customerId, cart.id]);
  const { data } = useQuery<Refusals>({
    queryKey,
    queryFn: () => ({}),
    enabled: false,
    initialData: {},
  });
  const prefix = `items.${itemId}.`;
  const fields = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(data).flatMap(([field, sentences]) =>
          field.startsWith(prefix) ? [[field.slice(prefix.length), sentences]] : [],
        ),
      ),
    [data, prefix],
  );
  const settle = useCallback(
    (keys: readonly string[]) => {
      const settled = new Set(keys.map((key) => prefix + key));
      queryClient.setQueryData<Refusals>(queryKey, (now = {}) =>
        Object.keys(now).some((field) => settled.has(field))
          ? Object.fromEntries(Object.entries(now).filter(([field]) => !settled.has(field)))
          : now,
      );
    },
    [queryClient, queryKey, prefix],
  );
  return { fields, count: Object.keys(fields).length, settle };
}
