"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { againAfterMs } from "./after-failure";
import { orderKeys } from "./order-keys";
import type { OrderQuery } from "./order-query";
import { type OrderList, orderListSchema } from "./order-schemas";

/**
 * A page of orders that renews itself while something in it moves. `initial` is what the server page has read for this
 * very query. Old rows stay while another page or filter is read, and when Ion does not answer.
 */
export function useOrders(query: Partial<OrderQuery>, initial: OrderList | undefined) {
  return useQuery({
    queryKey: orderKeys.list(query),
    queryFn: ({ signal }) => getJson(routes.api.orders(query), orderListSchema, { signal }),
    initialData: initial,
    initialDataUpdatedAt: initial && Date.parse(initial.asOf),
    placeholderData: keepPreviousData,
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.status === "error") return againAfterMs(state.error);
      return state.data?.pollAfterMs ?? false;
    },
  });
}
