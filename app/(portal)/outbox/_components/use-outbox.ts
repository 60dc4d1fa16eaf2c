"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { type Outbox, outboxShape } from "@/lib/orders/intents/intent-shapes";
import { routes } from "@/lib/routes";

const MOVING_MS = 1_000;
const WAITING_MS = 3_000;
const QUIET_MS = 15_000;

/** The outbox, live: every second while something moves, seldom when nothing does. */
export function useOutbox(initial: Outbox) {
  return useQuery({
    queryKey: ["outbox"],
    queryFn: ({ signal }) => getJson(routes.api.outbox(), outboxShape, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => {
      const live = state.data?.live ?? [];
      if (live.length === 0) return QUIET_MS;
      return live.some((row) => row.state !== "unknown") ? MOVING_MS : WAITING_MS;
    },
  });
}
