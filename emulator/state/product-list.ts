import type { Database } from "./database";

export type ProductFilter = {
  name?: string;
  skuId?: string;
  addOnId?: string;
  skuExternalId?: string;
  addOnExternalId?: string;
  skuName?: string;
  addOnName?: string;
  providerId?: number;
  partNumber?: string;
};

export type ListedProduct = { seq: number; doc: string };

/**
 * Products by their place in the catalog, after `after`. Names match by part and without case; ids match exactly.
 * The filters read narrow indexes first, so that documents are read only for the rows of the page.
 */
export function listProducts(
  db: Database,
  accountId: string,
  filter: ProductFilter,
  after: number,
  limit: number,
): ListedProduct[] {
  const parts = ["account_id = ?", "seq > ?"];
  const values: (string | number)[] = [accountId, after];
  const add = (sql: string, ...more: (string | number)[]) => {
    parts.push(sql);
    values.push(...more);
  };
  if (filter.name !== undefined) add("instr(name, ?) > 0", filter.name.toLowerCase());
  if (filter.providerId !== undefined) add("provider_id = ?", filter.providerId);
  if (filter.skuId !== undefined)
    add("seq IN (SELECT seq FROM skus WHERE account_id = ? AND sku_id = ?)", accountId, filter.skuId);
  if (filter.skuExternalId !== undefined) {
    add(
      "seq IN (SELECT seq FROM skus WHERE account_id = ? AND external_id = ?)",
      accountId,
      filter.skuExternalId,
    );
  }
  if (filter.skuName !== undefined) {
    add(
      "seq IN (SELECT seq FROM skus WHERE account_id = ? AND instr(name, ?) > 0)",
      accountId,
      filter.skuName.toLowerCase(),
    );
  }
  if (filter.addOnId !== undefined) {
    add("seq IN (SELECT seq FROM add_ons WHERE account_id = ? AND add_on_id = ?)", accountId, filter.addOnId);
  }
  if (filter.addOnExternalId !== undefined) {
    add(
      "seq IN (SELECT seq FROM add_ons WHERE account_id = ? AND external_id = ?)",
      accountId,
      filter.addOnExternalId,
    );
  }
  if (filter.addOnName !== undefined) {
    add(
      "seq IN (SELECT seq FROM add_ons WHERE account_id = ? AND instr(name, ?) > 0)",
      accountId,
      filter.addOnName.toLowerCase(),
    );
  }
  if (filter.partNumber !== undefined) {
    add(
      "seq IN (SELECT seq FROM plans WHERE account_id = ? AND part_number = ?)",
      accountId,
      filter.partNumber,
    );
  }
  return db.all<ListedProduct>(
    `SELECT seq, doc FROM products WHERE seq IN (
       SELECT seq FROM products WHERE ${parts.join(" AND ")} ORDER BY seq LIMIT ?) ORDER BY seq`,
    ...values,
    limit,
  );
}
