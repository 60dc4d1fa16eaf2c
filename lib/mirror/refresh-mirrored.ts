import "server-only";
import { connectIon } from "@/lib/ion/connect";
import { log } from "@/lib/log";
import type { MirrorSource, MirrorTable } from "./mirror-source";
import { putMirrored } from "./put-mirrored";
import { removeMirrored } from "./remove-mirrored";

/** How long a command waits for the mirror to show what it did; then it answers, and the mirror follows. */
const PATIENCE_MS = 1_500;

/**
 * After a command: reads the thing again from Ion, as the lists know it, so that the person finds it changed when they
 * come back to a list. Waits a moment at most, and never fails.
 */
export async function refreshMirrored<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  key: { id: string; customerId?: string | null },
): Promise<void> {
  const done = refresh(source, accountId, key).catch((error) =>
    log.warn(
      { err: error, event: "mirror-not-refreshed", resource: source.resource },
      "the mirror is behind",
    ),
  );
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([done, patience]);
  clearTimeout(timer);
}

async function refresh<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  key: { id: string; customerId?: string | null },
): Promise<void> {
  const readAt = new Date();
  const item = await source.readOne(await connectIon(accountId), key);
  if (item === null) await removeMirrored(source, accountId, key.id);
  else await putMirrored(source, accountId, [item], readAt);
}
