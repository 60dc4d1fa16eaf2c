import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { connectIon } from "@/lib/ion/connect";
import { expireSnapshot, peekSnapshot, readSnapshot, type Snapshot } from "@/lib/snapshot";
import { type CatalogRow, toCatalogRow } from "./catalog-row";
import { readProviderNames } from "./list-providers";

const MAX_AGE_SECONDS = 120;

function keyOf(accountId: string): string {
  return `${accountId}/products`;
}

/** Every product of the account as search needs it, at the account's own prices. Throws IonError. */
export async function readCatalogRows(actor: Actor): Promise<Snapshot<CatalogRow>> {
  return readSnapshot({
    key: keyOf(actor.accountId),
    maxAgeSeconds: MAX_AGE_SECONDS,
    read: async function* () {
      const ion = await connectIon(actor.accountId);
      const providerNames = await readProviderNames(actor);
      for await (const product of ion.products.listAll()) yield toCatalogRow(product, providerNames);
    },
  });
}

/** After a write: the next reader of the list sees it. */
export function expireCatalogRows(accountId: string): void {
  expireSnapshot(keyOf(accountId));
}

/** A product's row if the list happens to be held; asks nobody. */
export function peekCatalogRow(actor: Actor, productId: string): CatalogRow | undefined {
  return peekSnapshot<CatalogRow>(keyOf(actor.accountId))?.rows.find((row) => row.id === productId);
}
