"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { cartKeys } from "./cart-keys";
import type { ListCartsQuery } from "./inputs";
import { type CartPage, cartPageSchema } from "./schemas";

/** One page of the carts in progress; while another is read, the old rows stay. */
export function useCarts(query: ListCartsQuery, initial: CartPage | undefined) {
  const search = { q: query.q, cursor: query.cursor || undefined };
  return useQuery({
    queryKey: cartKeys.list(JSON.stringify(search)),
    queryFn: ({ signal }) => getJson(routes.api.carts(search), cartPageSchema, { signal }),
    placeholderData: keepPreviousData,
    ...(initial ? { initialData: initial } : {}),
  });
}

/** One customer's carts in progress. */
export function useCustomerCarts(customerId: string, initial: CartPage) {
  return useQuery({
    queryKey: cartKeys.ofCustomer(customerId),
    queryFn: ({ signal }) => getJson(routes.api.customerCarts(customerId), cartPageSchema, { signal }),
    initialData: initial,
  });
}
