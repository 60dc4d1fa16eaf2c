"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { catalogKeys } from "./catalog-keys";
import { type Offer, offerSchema } from "./schemas";

const FRESH_MS = 60_000;

/**
 * A product at the prices of a customer, read when it is needed. While the prices of another customer are being read the
 * old ones stay (`isPlaceholderData`). `initial` is what the server page already read.
 */
export function useOffer(productId: string, customerId: string | undefined, initial?: Offer) {
  return useQuery({
    queryKey: catalogKeys.offer(productId, customerId),
    queryFn: ({ signal }) => getJson(routes.api.product(productId, { customerId }), offerSchema, { signal }),
    ...(initial && (initial.product.priceBookCustomerId ?? undefined) === customerId
      ? { initialData: initial }
      : {}),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}
