import type { Offer } from "../catalog";
import type { Emulator } from "../emulator";
import { invalidRequest } from "../errors";
import { findOffer, findPlansById, findProduct } from "../state/products";

const FULL = /^(?:accounts\/[^/]+\/)?products\/([^/]+)\/skus\/([^/]+)\/plans\/([^/]+)$/;
const WITHOUT_SKU = /^accounts\/[^/]+\/products\/([^/]+)\/plans\/([^/]+)$/;

/**
 * The plan that a cart item's `planName` means. Ion does not document its format; the emulator takes a plan id that
 * only one SKU has, `products/{p}/skus/{s}/plans/{pl}`, or `accounts/{a}/products/{p}/plans/{pl}` (CONTRACT.md
 * section 2.4).
 * @throws IonError 400 when no plan or more than one has this name.
 */
export function resolvePlanName(emulator: Emulator, accountId: string, planName: string): Offer {
  const unknown = () => invalidRequest(`planName '${planName}' does not name a plan`);
  const ambiguous = () => invalidRequest(`planName '${planName}' names more than one plan`);
  const full = FULL.exec(planName);
  if (full) {
    const [, productId = "", skuId = "", planId = ""] = full.map(decode);
    const offer = findOffer(emulator.db, accountId, productId, skuId, planId);
    if (!offer) throw unknown();
    return offer;
  }
  if (emulator.variants.is("plan-name", "full")) throw unknown();
  const short = WITHOUT_SKU.exec(planName);
  if (short) {
    const [, productId = "", planId = ""] = short.map(decode);
    const product = findProduct(emulator.db, accountId, productId);
    const skus = product?.definition.skus.filter((sku) => sku.plans.some((plan) => plan.id === planId)) ?? [];
    const [sku] = skus;
    if (!product || !sku) throw unknown();
    if (skus.length > 1) throw ambiguous();
    const offer = findOffer(emulator.db, accountId, productId, sku.id, planId);
    if (!offer) throw unknown();
    return offer;
  }
  const [row, second] = findPlansById(emulator.db, accountId, planName);
  if (!row) throw unknown();
  if (second) throw ambiguous();
  const offer = findOffer(emulator.db, accountId, row.product_id, row.sku_id, row.plan_id);
  if (!offer) throw unknown();
  return offer;
}

function decode(segment: string | undefined): string {
  try {
    return decodeURIComponent(segment ?? "");
  } catch {
    return segment ?? "";
  }
}
