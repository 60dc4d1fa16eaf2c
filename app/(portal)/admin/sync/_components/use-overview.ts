"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listenToSync } from "@/app/(portal)/_components/sync-feed";
import { getJson } from "@/lib/get-json";
import {
  type SyncOverview,
  type SyncProgress,
  type SyncResource,
  syncOverviewSchema,
} from "@/lib/mirror/sync-schemas";
import { routes } from "@/lib/routes";

const KEY = ["sync", "overview"];
const LOOK_MS = 15_000;

/**
 * Where the four mirrors stand, live: numbers of a pass as they come, and all of it anew whenever one ends or changes
 * something. `onEnd` is called then, too.
 */
export function useOverview(initial: SyncOverview, onEnd: () => void) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Partial<Record<SyncResource, SyncProgress>>>({});
  const overview = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => getJson(routes.api.sync(), syncOverviewSchema, { signal }),
    initialData: initial,
    refetchInterval: LOOK_MS,
  });
  useEffect(() => {
    const look = () => client.invalidateQueries({ queryKey: KEY });
    return listenToSync({
      onProgress: (next) => {
        const running = next.state === "running";
        setProgress((now) => ({ ...now, [next.resource]: running ? next : undefined }));
        if (running) return;
        void look();
        onEnd();
      },
      onChanged: look,
    });
  }, [client, onEnd]);
  return { overview: overview.data, failed: overview.isError, progress, look: () => void overview.refetch() };
}
