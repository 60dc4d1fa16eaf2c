"use client";

import {
  type SyncProgress,
  type SyncResource,
  syncChangedSchema,
  syncProgressSchema,
} from "@/lib/mirror/sync-events";
import { routes } from "@/lib/routes";
import type { Shape } from "@/lib/shape";

type Listener = {
  onProgress?: (progress: SyncProgress) => void;
  /** Rows of the resource are different from before. */
  onChanged?: (resource: SyncResource) => void;
};

const listeners = new Set<Listener>();
let feed: EventSource | undefined;

function parsed<T>(schema: Shape<T>, event: Event): T | undefined {
  try {
    return schema.parse(JSON.parse((event as MessageEvent<string>).data));
  } catch {
    return undefined;
  }
}

function open(): EventSource {
  const source = new EventSource(routes.api.syncEvents());
  source.addEventListener("progress", (event) => {
    const progress = parsed(syncProgressSchema, event);
    if (progress) for (const { onProgress } of listeners) onProgress?.(progress);
  });
  source.addEventListener("changed", (event) => {
    const changed = parsed(syncChangedSchema, event);
    if (changed) for (const { onChanged } of listeners) onChanged?.(changed.resource);
  });
  return source;
}

/**
 * Listens to what the passes over Ion's lists do, until the returned function is called. All listeners of a tab share one
 * connection, which is open only while there is one: browsers allow few of them.
 */
export function listenToSync(listener: Listener): () => void {
  listeners.add(listener);
  feed ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    feed?.close();
    feed = undefined;
  };
}
