import "server-only";
import type { Known } from "./known";
import type { MirrorSource, MirrorTable } from "./mirror-source";
import { readFreshness } from "./read-freshness";
import { readMirrored } from "./read-mirrored";

/**
 * One item as the mirror holds it, with the time as of which that is so: a row is not written again while it stays the
 * same, so a later pass that ended well speaks for it too. Null when it isn't there. For callers that have authorised
 * the person.
 */
export async function readKept<Item, Table extends MirrorTable>(
  source: MirrorSource<Item, Table>,
  accountId: string,
  id: string,
): Promise<Known<Item> | null> {
  const [kept, { asOf }] = await Promise.all([
    readMirrored(source, accountId, id),
    readFreshness({ accountId, customerIds: "all" }, source.resource),
  ]);
  if (!kept) return null;
  return { value: kept.item, asOf: asOf !== null && asOf > kept.readAt ? asOf : kept.readAt, live: false };
}
