import { openSyncEvents } from "@/lib/mirror/open-sync-events";
import { runRoute } from "@/lib/route-handler";
import { closingSignal } from "@/lib/stop/stopping";

export const dynamic = "force-dynamic";

/** Server-sent events about passes and changes; lasts as long as the browser listens and the portal runs. */
export async function GET(request: Request) {
  let events: ReadableStream<Uint8Array>;
  try {
    events = await openSyncEvents(AbortSignal.any([request.signal, closingSignal()]));
  } catch (error) {
    return runRoute(() => Promise.reject(error));
  }
  return new Response(events, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      // Nginx would hold events back until it has enough of them.
      "x-accel-buffering": "no",
    },
  });
}
