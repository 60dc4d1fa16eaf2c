import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { connectIon } from "@/lib/ion/connect";
import { expireSnapshot, patchSnapshot, peekSnapshot, readSnapshot, type Snapshot } from "@/lib/snapshot";
import { type CatalogRow, toCatalogRow } from "./catalog-row";
import { readProviderNames } from "./list-providers";

const MAX_AGE_SECONDS = 120;
/** A large catalog takes Ion minutes to list; the first reader searches what is there by then. */
const PATIENCE_MS = 1_500;

function keyOf(accountId: string): string {
  return `${accountId}/products`;
}

/** Every product of the account as search needs it, at the account's own prices. Throws IonError. */
export async function readCatalogRows(actor: Actor): Promise<Snapshot<CatalogRow>> {
  return readSnapshot({
    key: keyOf(actor.accountId),
    maxAgeSeconds: MAX_AGE_SECONDS,
    patienceMs: PATIENCE_MS,
    read: async function* () {
      const ion = await connectIon(actor.accountId);
      const providerNames = await readProviderNames(actor);
      for await (const product of ion.products.listAll()) yield toCatalogRow(product, providerNames);
    },
  });
}

/** After a write: the list shows the product as Ion has it now; if Ion does not say, the next reader asks for all of it. */
export async function refreshCatalogRow(actor: Actor, productId: string): Promise<void> {
  const key = keyOf(actor.accountId);
  try {
    const ion = await connectIon(actor.accountId);
    const [product, providerNames] = await Promise.all([
      ion.products.get(productId, { excludeDeployment: true, excludeVersionHistory: true }),
      readProviderNames(actor),
    ]);
    const row = toCatalogRow(product, providerNames);
    patchSnapshot<CatalogRow>(key, (rows) => rows.map((one) => (one.id === productId ? row : one)));
  } catch {
    expireSnapshot(key);
  }
}

/** A product's row if the list happens to be held; asks nobody. */
export function peekCatalogRow(actor: Actor, productId: string): CatalogRow | undefined {
  return peekSnapshot<CatalogRow>(keyOf(actor.accountId))?.rows.find((row) => row.id === productId);
}
