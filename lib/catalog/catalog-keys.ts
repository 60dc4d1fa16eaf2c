import type { CatalogFilters } from "./schemas";

/** Query keys of the catalog; `all` is the prefix of every one. */
export const catalogKeys = {
  all: ["catalog"] as const,
  list: (filters: CatalogFilters) => ["catalog", "list", filters] as const,
  offers: ["catalog", "offers"] as const,
  offer: (productId: string, customerId: string | undefined) =>
    ["catalog", "offers", productId, customerId ?? null] as const,
};
