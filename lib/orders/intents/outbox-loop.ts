import "server-only";
import { log } from "@/lib/log";
import { reconcileIntents } from "./reconcile-intents";
import { sendDue, triesDone } from "./send-due";

const EVERY_MS = 1_000;
const SENT_AT_ONCE = 8;

type Loop = { stopped: boolean; timer: NodeJS.Timeout | undefined; sending: Set<Promise<unknown>> };

const held = globalThis as typeof globalThis & { portalOutbox?: Loop | undefined };

/**
 * Watches over the outbox in this process: about once a second it sends what is due, gives up senders that died, and
 * looks for unconfirmed orders. Every replica does; the rows' leases decide who gets which. Safe to call twice.
 */
export function startOutbox(): void {
  if (held.portalOutbox) return;
  const loop: Loop = { stopped: false, timer: undefined, sending: new Set() };
  held.portalOutbox = loop;
  const round = async () => {
    const free = SENT_AT_ONCE - loop.sending.size;
    if (free > 0) {
      for (const sent of await sendDue(free)) {
        loop.sending.add(sent);
        void sent.finally(() => loop.sending.delete(sent));
      }
    }
    await reconcileIntents();
  };
  const next = () => {
    if (loop.stopped) return;
    loop.timer = setTimeout(() => {
      round()
        .catch((error) =>
          log.error({ err: error, event: "outbox-round-failed" }, "the outbox was not looked at"),
        )
        .finally(next);
    }, EVERY_MS);
    loop.timer.unref();
  };
  next();
}

/** Begins nothing new, and waits for what this process is sending to be settled. */
export async function stopOutbox(): Promise<void> {
  const loop = held.portalOutbox;
  held.portalOutbox = undefined;
  if (loop) {
    loop.stopped = true;
    clearTimeout(loop.timer);
  }
  await triesDone();
}
