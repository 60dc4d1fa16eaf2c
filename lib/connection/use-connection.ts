"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { type ConnectionView, connectionViewSchema } from "./schemas";

const POLL_MS = 20_000;
/** While Ion is down everybody waits for one thing. */
const POLL_DOWN_MS = 5_000;

/** Ion's state, asked again by itself while the page is looked at. `initial` is what the server page has read. */
export function useConnection(initial: ConnectionView): ConnectionView {
  const { data } = useQuery({
    queryKey: ["connection"],
    queryFn: ({ signal }) => getJson(routes.api.connection(), connectionViewSchema, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.state === "down" ? POLL_DOWN_MS : POLL_MS),
  });
  return data;
}
