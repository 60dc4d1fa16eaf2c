import type { Offer, Product } from "../catalog";
import { DAY_MS, toIso } from "../clock";
import type { Random } from "../random";
import type { Database } from "../state/database";
import { insertProduct } from "../state/products";
import { buildProduct } from "./build-product";
import { CLOUD } from "./catalog/cloud";
import { GOOGLE } from "./catalog/google";
import { IBM } from "./catalog/ibm";
import { MICROSOFT } from "./catalog/microsoft";
import { SOFTWARE } from "./catalog/software";
import { SOPHOS } from "./catalog/sophos";
import { generateProduct } from "./generate-products";
import type { ProductSeed } from "./product-seed";

const NAMED: readonly ProductSeed[] = [...MICROSOFT, ...GOOGLE, ...IBM, ...SOPHOS, ...CLOUD, ...SOFTWARE];
/** So many products of a big catalog are enough to order from. */
const OFFERED_PRODUCTS = 2_000;

export type CatalogSize = { products: number; plans: number };

/**
 * Fills an account's catalog: the 40 named products first, then generated ones up to `size`.
 * @param firstSeq place of the first product; the places of all accounts differ.
 * @returns what can be ordered, of the first 2,000 products.
 */
export function seedCatalog(
  db: Database,
  accountId: string,
  size: CatalogSize,
  firstSeq: number,
  nowMs: number,
  random: Random,
): Offer[] {
  const offers: Offer[] = [];
  let seq = firstSeq;
  let plansLeft = size.plans;
  const add = (seed: ProductSeed) => {
    const created = nowMs - random.int(200, 1_400) * DAY_MS;
    const updated = created + random.int(0, 180) * DAY_MS;
    const product = buildProduct(accountId, seed, toIso(created), toIso(updated));
    insertProduct(db, accountId, seq, product);
    plansLeft -= product.definition.skus.reduce((sum, sku) => sum + sku.plans.length, 0);
    if (seq - firstSeq < OFFERED_PRODUCTS) offers.push(...offersOf(product));
    seq += 1;
  };
  for (const seed of NAMED.slice(0, size.products)) add(seed);
  for (let index = NAMED.length; index < size.products; index += 1) {
    const productsLeft = size.products - index;
    add(generateProduct(index + 1, Math.max(1, Math.round(plansLeft / productsLeft)), random));
  }
  return offers;
}

function offersOf(product: Product): Offer[] {
  if (product.disabled) return [];
  return product.definition.skus.flatMap((sku) =>
    sku.plans.filter((plan) => plan.productAvailability).map((plan) => ({ product, sku, plan })),
  );
}
