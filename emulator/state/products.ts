import type { AddOn, Offer, Plan, Product, Sku } from "../catalog";
import { partNumber } from "../catalog";
import { lastSegment } from "../ids";
import type { Database } from "./database";

export type ProductRow = { seq: number; product_id: string; disabled: number; doc: string };

/** The cloud provider id of a product, from its first SKU that has one. */
function providerIdOf(product: Product): number | null {
  const name = product.definition.skus.find((sku) => sku.productCloudProviderName)?.productCloudProviderName;
  return name === undefined ? null : Number(lastSegment(name));
}

/** Stores a product with the rows that its filters and plan look-ups read. */
export function insertProduct(db: Database, accountId: string, seq: number, product: Product): void {
  db.run(
    "INSERT INTO products (seq, account_id, product_id, name, provider_id, disabled, doc) VALUES (?, ?, ?, ?, ?, ?, ?)",
    seq,
    accountId,
    product.id,
    product.marketing.displayName.toLowerCase(),
    providerIdOf(product),
    product.disabled ? 1 : 0,
    JSON.stringify(product),
  );
  for (const category of product.categories) {
    db.run(
      "INSERT INTO product_categories (account_id, category, seq) VALUES (?, ?, ?)",
      accountId,
      lastSegment(category),
      seq,
    );
  }
  for (const sku of product.definition.skus) {
    insertSku(db, accountId, seq, product.id, sku);
    for (const plan of sku.plans) insertPlan(db, accountId, seq, product.id, sku.id, plan);
  }
  for (const addOn of product.definition.addOns ?? []) {
    db.run(
      "INSERT INTO add_ons (seq, account_id, product_id, add_on_id, name, external_id) VALUES (?, ?, ?, ?, ?, ?)",
      seq,
      accountId,
      product.id,
      addOn.id,
      addOn.displayName.toLowerCase(),
      addOn.productId,
    );
  }
}

function insertSku(db: Database, accountId: string, seq: number, productId: string, sku: Sku): void {
  db.run(
    "INSERT INTO skus (seq, account_id, product_id, sku_id, name, external_id) VALUES (?, ?, ?, ?, ?, ?)",
    seq,
    accountId,
    productId,
    sku.id,
    sku.displayName.toLowerCase(),
    sku.productId,
  );
}

function insertPlan(
  db: Database,
  accountId: string,
  seq: number,
  productId: string,
  skuId: string,
  plan: Plan,
): void {
  db.run(
    "INSERT INTO plans (seq, account_id, plan_id, product_id, sku_id, part_number) VALUES (?, ?, ?, ?, ?, ?)",
    seq,
    accountId,
    plan.id,
    productId,
    skuId,
    partNumber(plan),
  );
}

export function findProduct(db: Database, accountId: string, productId: string): Product | undefined {
  const row = db.get<ProductRow>(
    "SELECT * FROM products WHERE account_id = ? AND product_id = ?",
    accountId,
    productId,
  );
  return row && (JSON.parse(row.doc) as Product);
}

/** Writes a changed product back; ids of SKUs and plans never change. */
export function saveProduct(db: Database, accountId: string, product: Product): void {
  db.run(
    "UPDATE products SET disabled = ?, doc = ? WHERE account_id = ? AND product_id = ?",
    product.disabled ? 1 : 0,
    JSON.stringify(product),
    accountId,
    product.id,
  );
}

/** A plan by its three ids. A SKU is also found by its alias, so that the guide's masked sample ids work as printed. */
export function findOffer(
  db: Database,
  accountId: string,
  productId: string,
  skuId: string,
  planId: string,
): Offer | undefined {
  const product = findProduct(db, accountId, productId);
  const sku = product?.definition.skus.find((one) => one.id === skuId || one.alias === skuId);
  const plan = sku?.plans.find((one) => one.id === planId);
  return product && sku && plan ? { product, sku, plan } : undefined;
}

export type PlanRow = { product_id: string; sku_id: string; plan_id: string };

export function findPlansById(db: Database, accountId: string, planId: string): PlanRow[] {
  return db.all<PlanRow>(
    "SELECT product_id, sku_id, plan_id FROM plans WHERE account_id = ? AND plan_id = ? LIMIT 3",
    accountId,
    planId,
  );
}

/** An add-on of a product by its own id or by the id of one of its plans. */
export function findAddOn(product: Product, id: string): { addOn: AddOn; plan: Plan } | undefined {
  for (const addOn of product.definition.addOns ?? []) {
    const plan = addOn.plans.find((one) => one.id === id) ?? (addOn.id === id ? addOn.plans[0] : undefined);
    if (plan) return { addOn, plan };
  }
  return undefined;
}
