"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { cartKeys } from "./cart-keys";
import type { CartItemInput } from "./inputs";
import { itemQuestionsSchema } from "./item-questions";

/**
 * The vendor's questions about one line, read when they are opened. Not read again while somebody answers: what is typed
 * here is the newest there is.
 */
export function useItemQuestions({ customerId, cartId, cartItemId }: CartItemInput, enabled: boolean) {
  return useQuery({
    queryKey: cartKeys.questions(customerId, cartId, cartItemId),
    queryFn: ({ signal }) =>
      getJson(routes.api.cartQuestions(customerId, cartId, cartItemId), itemQuestionsSchema, { signal }),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
