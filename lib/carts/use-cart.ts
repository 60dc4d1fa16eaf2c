"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { cartKeys } from "./cart-keys";
import { type Cart, cartSchema } from "./schemas";

/**
 * One cart. `initial` is what the server has read for the page; it is read again when the page comes back into view,
 * since another tab or a colleague may have changed it.
 */
export function useCart(initial: Cart) {
  const { customerId, id } = initial;
  return useQuery({
    queryKey: cartKeys.one(customerId, id),
    queryFn: ({ signal }) => getJson(routes.api.cart(customerId, id), cartSchema, { signal }),
    initialData: initial,
  });
}
