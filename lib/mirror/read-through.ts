import "server-only";
import { isIonError } from "@/lib/ion/errors";
import { later } from "@/lib/later";
import { log } from "@/lib/log";
import type { MirrorSource, MirrorTable } from "./mirror-source";
import { putMirrored } from "./put-mirrored";
import { readMirrored } from "./read-mirrored";
import { removeMirrored } from "./remove-mirrored";

/** Which thing, and how to see that a kept item is that very thing: an address may pair an id with the wrong customer. */
export type MirrorKey<Item> = {
  id: string;
  isIt?: (item: Item) => boolean;
  /** What is to be done once the mirror has it. */
  onKept?: () => Promise<unknown>;
};

/**
 * Reads one thing from Ion and lets the mirror know, after the answer: the item is put there, and a 404 takes it out.
 * Throws what `read` throws.
 */
export async function readThrough<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  { id, isIt, onKept }: MirrorKey<Item>,
  read: () => Promise<Item>,
): Promise<Item> {
  const readAt = new Date();
  try {
    const item = await read();
    later("mirror-not-kept", async () => {
      await putMirrored(source, accountId, [item], readAt);
      await onKept?.();
    });
    return item;
  } catch (error) {
    if (isIonError(error, "not-found")) {
      later("mirror-not-cleared", () => forget(source, accountId, { id, ...(isIt ? { isIt } : {}) }));
    }
    throw error;
  }
}

async function forget<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  { id, isIt }: MirrorKey<Item>,
): Promise<void> {
  if (isIt) {
    const kept = await readMirrored(source, accountId, id);
    if (kept && !isIt(kept.item)) return;
  }
  await removeMirrored(source, accountId, id);
}

/** Puts items there that a command has just read; a mirror that can't be written never fails the command. */
export async function keepQuietly<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  items: readonly Item[],
  readAt: Date,
): Promise<void> {
  await putMirrored(source, accountId, items, readAt).catch((error) =>
    log.warn(
      { err: error, event: "mirror-not-kept", resource: source.resource },
      "the mirror was not written",
    ),
  );
}
