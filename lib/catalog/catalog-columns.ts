/** Columns of the catalog as a file, in their usual order. */
export const CATALOG_COLUMNS = [
  "product",
  "vendor",
  "categories",
  "sku",
  "plan",
  "partNumber",
  "term",
  "billing",
  "unit",
  "currency",
  "price",
  "perYear",
  "cost",
  "orderable",
  "productId",
  "skuId",
  "planId",
  "vendorSkuId",
] as const;
export type CatalogColumn = (typeof CATALOG_COLUMNS)[number];
