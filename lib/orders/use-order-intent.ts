"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { intentKeys } from "./intent-keys";
import { type OrderIntentView, orderIntentViewSchema } from "./place-order-schemas";

const POLL_INTERVAL_MS = 2_000;

/** Follows a cart's order from sending to its end. `initial` is what the server page already read. */
export function useOrderIntent(customerId: string, cartId: string, initial: OrderIntentView) {
  return useQuery({
    queryKey: intentKeys.one(customerId, cartId),
    queryFn: ({ signal }) =>
      getJson(routes.api.cartIntent(customerId, cartId), orderIntentViewSchema, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) =>
      state.data && ["pending", "sending", "unknown"].includes(state.data.state) ? POLL_INTERVAL_MS : false,
  });
}
