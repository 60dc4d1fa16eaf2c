import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { readKeptNames } from "./read-kept-names";
import { readIonCategoryNames } from "./read-label-names";

/**
 * Names of the account's catalog categories by id, as the last pass over the catalog found them; before the first one,
 * Ion is asked. When they can't be read the map is empty and ids stand in for names: no reason to show no products.
 */
export async function readCategoryNames(actor: Actor): Promise<ReadonlyMap<string, string>> {
  return readKeptNames(actor.accountId, "category", readIonCategoryNames);
}
