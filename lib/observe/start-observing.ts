import "server-only";
import { env } from "@/lib/env";
import { consoleToLog } from "./console-to-log";
import { watchHttp } from "./watch-http";

const held = globalThis as typeof globalThis & { portalTracing?: () => Promise<void> };

/** Begins request ids, access lines, metrics and, with a collector, traces. Before anything else that is worth seeing. */
export async function startObserving(): Promise<void> {
  watchHttp();
  // A person at a terminal reads the development server's own words.
  if (process.env.NODE_ENV === "production") consoleToLog();
  if (env().OTEL_EXPORTER_OTLP_ENDPOINT && !held.portalTracing) {
    const { startTracing } = await import("./start-tracing");
    held.portalTracing = startTracing();
  }
}

/** Sends the spans that have not been sent. */
export async function stopObserving(): Promise<void> {
  const stop = held.portalTracing;
  held.portalTracing = undefined;
  await stop?.();
}
