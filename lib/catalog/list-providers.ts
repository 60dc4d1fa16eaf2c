import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readKeptNames } from "./read-kept-names";
import { readIonProviderNames } from "./read-label-names";

/**
 * Names of the account's cloud providers by id, as the last pass over the catalog found them; before the first one, Ion
 * is asked. Without an answer the map is empty: products then show no vendor, which is no reason to show no products.
 */
export async function readProviderNames(actor: Actor): Promise<ReadonlyMap<string, string>> {
  return readKeptNames(actor.accountId, "provider", readIonProviderNames);
}
