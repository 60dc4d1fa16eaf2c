"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { connectionKeys } from "./connection-keys";
import { type ConnectionView, connectionViewSchema } from "./schemas";

const POLL_MS = 20_000;
/** While Ion is down, or its connection lost, everybody waits for one thing. */
const POLL_BAD_MS = 5_000;

/** Ion's state, asked again by itself while the page is looked at. `initial` is what the server page has read. */
export function useConnection(initial: ConnectionView): ConnectionView {
  const { data } = useQuery({
    queryKey: connectionKeys.all,
    queryFn: ({ signal }) => getJson(routes.api.connection(), connectionViewSchema, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isBad(state.data) ? POLL_BAD_MS : POLL_MS),
  });
  return data;
}

function isBad({ state, token }: ConnectionView): boolean {
  return state === "down" || token.state === "lost";
}
