import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { connectIon } from "@/lib/ion/connect";
import { log } from "@/lib/log";
import { readSnapshot } from "@/lib/snapshot";

const MAX_AGE_SECONDS = 10 * 60;

/**
 * Names of the account's catalog categories by id. When they can't be read the map is empty and ids stand in for names:
 * no reason to show no products. Source: CONTRACT.md section 2.3, categories.
 */
export async function readCategoryNames(actor: Actor): Promise<ReadonlyMap<string, string>> {
  try {
    const { rows } = await readSnapshot({
      key: `${actor.accountId}/categories`,
      maxAgeSeconds: MAX_AGE_SECONDS,
      read: async function* () {
        const ion = await connectIon(actor.accountId);
        for (const { id, displayName } of await ion.products.categories()) {
          yield [id, displayName ?? id] as const;
        }
      },
    });
    return new Map(rows);
  } catch (error) {
    log.warn({ err: error }, "category names could not be read");
    return new Map();
  }
}
