"use client";

import type { z } from "zod";
import {
  type SyncProgress,
  type SyncResource,
  syncChangedSchema,
  syncProgressSchema,
} from "@/lib/mirror/sync-schemas";
import { routes } from "@/lib/routes";

type Listener = {
  onProgress?: (progress: SyncProgress) => void;
  /** Rows of the resource are different from before. */
  onChanged?: (resource: SyncResource) => void;
};

const listeners = new Set<Listener>();
let feed: EventSource | undefined;

function parsed<Schema extends z.ZodType>(schema: Schema, event: Event): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse((event as MessageEvent<string>).data)).data;
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
