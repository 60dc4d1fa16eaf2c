"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { connectionKeys } from "@/lib/connection/connection-keys";
import { type ConnectionDetails, connectionDetailsSchema } from "@/lib/connection/schemas";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";

const LOOK_MS = 10_000;

/**
 * How the connection stands, asked again by itself. `show` puts in what a command has answered and lets everything else on
 * the screen that speaks of Ion look again: the banner goes without a reload.
 */
export function useConnectionDetails(initial: ConnectionDetails) {
  const client = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: connectionKeys.details,
    queryFn: ({ signal }) => getJson(routes.api.connectionDetails(), connectionDetailsSchema, { signal }),
    initialData: initial,
    refetchInterval: LOOK_MS,
  });
  const show = useCallback(
    (details: ConnectionDetails | null) => {
      if (details) client.setQueryData(connectionKeys.details, details);
      void client.invalidateQueries({ queryKey: connectionKeys.all });
    },
    [client],
  );
  return { details: data, failed: isError, show };
}
