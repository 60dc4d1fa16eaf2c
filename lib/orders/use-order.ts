"use client";

import { useQuery } from "@tanstack/react-query";
import { againAfterMs } from "@/lib/after-failure";
import { getJson } from "@/lib/get-json";
import { newer } from "@/lib/newer";
import { routes } from "@/lib/routes";
import { orderKeys } from "./order-keys";
import { type Order, orderSchema } from "./order-schemas";

/**
 * Follows one order until nothing moves any more. `initial` is what the server page has read. The pace is the server's
 * (`pollAfterMs`); a hidden tab rests and looks again when it is shown; after a failure the last known order stays. What
 * this browser has held since an earlier visit never stands over a newer `initial`. When the server's mirror did not know
 * the subscription of a done order, Ion is asked at once, however young `initial` is.
 */
export function useOrder(initial: Order) {
  const { customerId, id } = initial;
  const asOfMs = Date.parse(initial.asOf);
  const query = useQuery({
    queryKey: orderKeys.one(customerId, id),
    queryFn: ({ signal }) => getJson(routes.api.order(customerId, id), orderSchema, { signal }),
    initialData: initial,
    initialDataUpdatedAt: asOfMs,
    // A failed look is told at once; the next one is the retry.
    retry: false,
    refetchOnMount: initial.subscriptions.state === "unknown" ? "always" : true,
    refetchInterval: ({ state }) =>
      state.status === "error" ? againAfterMs(state.error) : (state.data?.pollAfterMs ?? false),
  });
  return { ...query, ...newer(query, { data: initial, asOfMs }) };
}
