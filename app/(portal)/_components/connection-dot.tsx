"use client";

import { useQuery } from "@tanstack/react-query";
import { IonState } from "@/components/shell/ion-state";
import { type ConnectionView, connectionViewSchema } from "@/lib/connection/schemas";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";

const POLL_INTERVAL_MS = 20_000;

/** Ion's state in the top bar, asked again every twenty seconds while the page is looked at. */
export function ConnectionDot({ initial }: { initial: ConnectionView }) {
  const { data } = useQuery({
    queryKey: ["connection"],
    queryFn: ({ signal }) => getJson(routes.api.connection(), connectionViewSchema, { signal }),
    initialData: initial,
    refetchInterval: POLL_INTERVAL_MS,
  });
  return <IonState state={data.state} since={data.asOf} />;
}
