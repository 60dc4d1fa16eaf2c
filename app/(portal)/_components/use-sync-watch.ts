"use client";

import { useEffect, useRef, useState } from "react";
import type { Freshness } from "@/lib/mirror/freshness";
import type { SyncProgress, SyncResource } from "@/lib/mirror/sync-schemas";
import { listenToSync } from "./sync-feed";

/** While the mirror is filled for the first time, the rows so far are read again this often. */
const FILL_REREAD_MS = 4_000;
/** News can get lost; whoever waits looks by himself now and then. */
const LOOK_MS = 8_000;

/**
 * Follows the pass over one list while there is one, or while one was asked for (`asked`). `onNews` is called when there
 * are other rows to read: when something changed, when the pass has ended, and now and then meanwhile.
 */
export function useSyncWatch({
  resource,
  freshness,
  asked,
  onNews,
  onFailed,
}: {
  resource: SyncResource;
  freshness: Freshness;
  asked: boolean;
  onNews: () => void;
  /** The pass broke off: the rows are the old ones. */
  onFailed?: () => void;
}): SyncProgress | null {
  const [progress, setProgress] = useState<SyncProgress | null>(null);
  const news = useRef(onNews);
  news.current = onNews;
  const failed = useRef(onFailed);
  failed.current = onFailed;
  const watching = asked || freshness.running !== null || freshness.asOf === null;
  const filling = freshness.asOf === null;

  useEffect(() => {
    if (!watching) return setProgress(null);
    const stop = listenToSync({
      onProgress: (next) => {
        if (next.resource !== resource) return;
        setProgress(next.state === "running" ? next : null);
        if (next.state === "failed") failed.current?.();
        if (next.state !== "running") news.current();
      },
      onChanged: (changed) => {
        if (changed === resource) news.current();
      },
    });
    const timer = setInterval(() => news.current(), filling ? FILL_REREAD_MS : LOOK_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [watching, filling, resource]);
  return progress;
}
