"use client";

import { useQuery } from "@tanstack/react-query";
import { againAfterMs } from "@/lib/after-failure";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { catalogKeys } from "./catalog-keys";
import { type Offer, offerSchema } from "./schemas";

const FRESH_MS = 60_000;

/**
 * A product at the prices of a customer, read when it is needed. While the prices of another customer are being read the
 * old ones stay (`isPlaceholderData`). `initial` is what the server page has: data where it is at this customer's prices,
 * however old; else it stands in until those are there.
 */
export function useOffer(productId: string, customerId: string | undefined, initial?: Offer) {
  return useQuery({
    queryKey: catalogKeys.offer(productId, customerId),
    queryFn: ({ signal }) => getJson(routes.api.product(productId, { customerId }), offerSchema, { signal }),
    ...(initial && (initial.product.priceBookCustomerId ?? undefined) === customerId
      ? { initialData: initial, initialDataUpdatedAt: Date.parse(initial.product.asOf) }
      : {}),
    placeholderData: (previous: Offer | undefined) => previous ?? initial,
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.status === "error" ? againAfterMs(state.error) : false),
  });
}
