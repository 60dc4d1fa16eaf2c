"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { subscriptionKeys } from "./subscription-keys";
import type { SubscriptionQuery } from "./subscription-query";
import { type SubscriptionList, subscriptionListSchema } from "./subscription-schemas";

/** A page of subscriptions; `initial` is what the server page has read for this very query. Old rows stay meanwhile. */
export function useSubscriptions(query: Partial<SubscriptionQuery>, initial: SubscriptionList | undefined) {
  return useQuery({
    queryKey: subscriptionKeys.list(query),
    queryFn: ({ signal }) => getJson(routes.api.subscriptions(query), subscriptionListSchema, { signal }),
    initialData: initial,
    initialDataUpdatedAt: initial && Date.parse(initial.asOf),
    placeholderData: keepPreviousData,
  });
}
