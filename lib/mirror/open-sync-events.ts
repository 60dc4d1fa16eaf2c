import "server-only";
import { z } from "zod";
import { requirePermission } from "@/lib/auth/require-permission";
import { listen } from "@/lib/db/notify";
import type { Checks } from "@/lib/shape";
import { type SyncChanged, type SyncProgress, syncChangedSchema, syncProgressSchema } from "./sync-events";
import { toldCounts } from "./told-counts";

/** A comment now and then keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000;

const ofAccount = z.object({ accountId: z.string() });

/**
 * What passes do to the account's mirrors, as a stream of server-sent events: "progress" and "changed". Ends with the
 * client. Whoever missed one asks for the overview.
 */
export async function openSyncEvents(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const actor = await requirePermission("mirror:sync");
  const { accountId } = actor;
  const encoder = new TextEncoder();
  let close = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const timer = setInterval(() => send(": still here\n\n"), KEEP_ALIVE_MS);
      const ends: (() => void)[] = [];
      let closed = false;
      close = () => {
        if (closed) return;
        closed = true;
        clearInterval(timer);
        for (const end of ends) end();
        try {
          controller.close();
        } catch {
          // The client has closed it.
        }
      };
      signal.addEventListener("abort", close, { once: true });
      // The first bytes go out at once: the browser then knows that it is connected.
      send("retry: 2000\n\n");
      const forward = <Data extends SyncProgress | SyncChanged>(
        event: string,
        schema: Checks<Data>,
        told: (data: Data) => Data = (data) => data,
      ) => {
        return (payload: string) => {
          const message = readJson(payload);
          const data = schema.safeParse(message);
          if (closed || !data.success || ofAccount.safeParse(message).data?.accountId !== accountId) return;
          send(`event: ${event}\ndata: ${JSON.stringify(told(data.data))}\n\n`);
        };
      };
      const toldProgress = (progress: SyncProgress): SyncProgress => {
        const told = toldCounts(actor, progress.resource, progress);
        return told.rows === null ? { ...told, pages: null, rowsPerSecond: null } : told;
      };
      ends.push(await listen("sync_progress", forward("progress", syncProgressSchema, toldProgress)));
      ends.push(await listen("mirror_changed", forward("changed", syncChangedSchema)));
      // It may have ended while the listener was being made.
      if (closed) for (const end of ends) end();
      if (signal.aborted) close();
    },
    cancel: () => close(),
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
