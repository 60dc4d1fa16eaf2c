"use client";

import { useQuery } from "@tanstack/react-query";
import { againAfterMs } from "@/lib/after-failure";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { todayKeys } from "./today-keys";
import { type TodaysOrders, todaysOrdersSchema } from "./today-schemas";

/** The orders of today, renewed at the server's pace; the last known ones stay when it does not answer. */
export function useTodaysOrders(initial: TodaysOrders) {
  return useQuery({
    queryKey: todayKeys.orders,
    queryFn: ({ signal }) => getJson(routes.api.todaysOrders(), todaysOrdersSchema, { signal }),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(initial.asOf),
    retry: false,
    refetchInterval: ({ state }) =>
      state.status === "error" ? againAfterMs(state.error) : (state.data?.pollAfterMs ?? false),
  });
}
