import type { IonClient } from "@/lib/ion/client";

const CUSTOMERS_ASKED = 3;

/** Names of the account's catalog categories by id. Throws IonError. Source: CONTRACT.md section 2.3, categories. */
export async function readIonCategoryNames(ion: IonClient): Promise<Map<string, string>> {
  const categories = await ion.products.categories();
  return new Map(categories.map(({ id, displayName }) => [id, displayName ?? id]));
}

/**
 * Names of the account's cloud providers by id. Ion has no list of them; the cloud profiles of any customer name them
 * all, so those of the first few are asked until some come. Only names leave this function. Throws IonError. Source:
 * CONTRACT.md section 2.2.
 */
export async function readIonProviderNames(ion: IonClient): Promise<Map<string, string>> {
  const { items } = await ion.customers.readPage({ pageSize: CUSTOMERS_ASKED });
  for (const customer of items.slice(0, CUSTOMERS_ASKED)) {
    const profiles = await ion.cloudProfiles.list(customer.id);
    const named = profiles.flatMap(({ providerId, displayName, shortName }) => {
      const name = displayName ?? shortName;
      return providerId && name ? [[providerId, name] as const] : [];
    });
    if (named.length > 0) return new Map(named);
  }
  return new Map();
}
