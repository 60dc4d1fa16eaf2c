import "server-only";
import { requirePermission } from "@/lib/auth/require-permission";
import { toCatalogPage } from "./catalog-page";
import { readCatalogRows } from "./catalog-rows";
import { readCategoryNames } from "./list-categories";
import type { CatalogPage, CatalogQuery } from "./schemas";

/**
 * One page of the catalog: searched, filtered, sorted, with exact totals, facet counts and the time at which Ion was
 * asked. Prices are the account's own; a customer's are on the product. `partial` means that the catalog is being read
 * for the first time, and that the answer is about what was read so far. Throws IonError when Ion can't be asked and
 * nothing is held.
 */
export async function listProducts(query: CatalogQuery): Promise<CatalogPage> {
  const actor = await requirePermission("catalog:read");
  const [{ rows, asOf, partial = false }, categoryNames] = await Promise.all([
    readCatalogRows(actor),
    readCategoryNames(actor),
  ]);
  return { ...toCatalogPage(rows, query, categoryNames), asOf, partial };
}
