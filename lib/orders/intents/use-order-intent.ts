"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { intentKeys } from "./intent-keys";
import { type OrderIntentView, orderIntentViewShape } from "./intent-shapes";

const POLL_INTERVAL_MS = 2_000;
/** While it moves by itself, or is about to. */
const QUICK_POLL_MS = 1_000;

/** Follows a cart's order from sending to its end. `initial` is what the server page already read. */
export function useOrderIntent(customerId: string, cartId: string, initial: OrderIntentView) {
  return useQuery({
    queryKey: intentKeys.one(customerId, cartId),
    queryFn: ({ signal }) =>
      getJson(routes.api.cartIntent(customerId, cartId), orderIntentViewShape, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => {
      switch (state.data?.state) {
        case "held":
        case "pending":
        case "sending":
          return QUICK_POLL_MS;
        case "unknown":
          return POLL_INTERVAL_MS;
        default:
          return false;
      }
    },
  });
}
