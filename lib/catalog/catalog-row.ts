import { fold } from "@/lib/fold";
import type { IonProduct } from "@/lib/ion/schemas/products";
import { compareMoney } from "@/lib/money";
import type { Money } from "@/lib/money-value";
import { toPlan } from "./map-plan";
import { planContext, productName } from "./map-product";
import { toPlainText } from "./plain-text";
import type { BillingPeriod, NotOrderableReason, Plan } from "./schemas";
import { vendorOf } from "./vendor";

/** What search and facets know of a plan. Kept for 100,000 plans at once, so nothing more. */
export type CatalogPlan = {
  /** Folded names, ids and part numbers of plan and SKU, each between line ends. */
  text: string;
  billing: BillingPeriod;
  unit: Plan["unit"];
  term: string | null;
  currency: string | null;
  price: Money | null;
  /** Price of a year as a number: only to put plans in order, never shown or summed. */
  yearly: number | null;
  usageBased: boolean;
  notOrderable: NotOrderableReason | null;
};

/** What search and the list know of a product. */
export type CatalogRow = {
  id: string;
  name: string;
  vendor: string | null;
  categoryIds: readonly string[];
  caption: string | null;
  disabled: boolean;
  /** Folded name, id and vendor, each between line ends. */
  text: string;
  /** Folded search keywords; they speak of the product as a whole, or of any of its plans. */
  keywords: string;
  /** The folded name. */
  sortName: string;
  plans: readonly CatalogPlan[];
};

const CAPTION_LENGTH = 160;

/** Several texts as one that is searched by `includes`: "\n" + a text + "\n" finds it only as a whole. */
export function searchText(...texts: (string | null)[]): string {
  const folded = new Set(texts.flatMap((text) => (text ? [fold(text)] : [])));
  return `\n${[...folded].join("\n")}\n`;
}

/** Ion's product as a row of the searchable list. Costs are not part of it. */
export function toCatalogRow(product: IonProduct, providerNames: ReadonlyMap<string, string>): CatalogRow {
  const name = productName(product);
  const vendor = vendorOf(product, providerNames);
  const common = planContext(product, false);
  const caption = toPlainText(product.marketing?.caption ?? null);
  return {
    id: product.id,
    name,
    vendor,
    categoryIds: product.categoryIds,
    caption: caption && caption.length > CAPTION_LENGTH ? `${caption.slice(0, CAPTION_LENGTH)}…` : caption,
    disabled: product.disabled,
    text: searchText(name, product.id, vendor),
    keywords: searchText(...(product.marketing?.searchKeywords ?? [])),
    sortName: fold(name),
    plans: (product.definition?.skus ?? []).flatMap((sku) =>
      sku.plans.map((plan) =>
        toCatalogPlan(toPlan(plan, { ...common, parent: sku, isAddOn: false }), plan.vendorProductId),
      ),
    ),
  };
}

function toCatalogPlan(plan: Plan, vendorPlanId: string | null): CatalogPlan {
  return {
    text: searchText(
      plan.skuName,
      plan.name,
      plan.skuId,
      plan.planId,
      plan.mfgPartNumber,
      plan.vendorSkuId,
      vendorPlanId,
    ),
    billing: plan.billingPeriod,
    unit: plan.unit,
    term: plan.term,
    currency: plan.currency,
    price: plan.price,
    yearly: plan.yearlyPrice && Number(plan.yearlyPrice.amount),
    usageBased: plan.usageBased,
    notOrderable: plan.orderable.ok ? null : plan.orderable.reason,
  };
}

/**
 * Which of two plans costs less, for sorting: negative when `one` does. Recurring prices come before one-time ones and
 * those before none; currencies are not compared with each other but kept apart, by code.
 */
export function compareCost(
  one: Pick<CatalogPlan, "price" | "yearly">,
  other: Pick<CatalogPlan, "price" | "yearly">,
): number {
  if (!one.price || !other.price) return Number(!one.price) - Number(!other.price);
  if (one.price.currency !== other.price.currency) return one.price.currency < other.price.currency ? -1 : 1;
  if (one.yearly === null || other.yearly === null) {
    if (one.yearly !== other.yearly) return one.yearly === null ? 1 : -1;
    return compareMoney(one.price, other.price);
  }
  return one.yearly - other.yearly;
}
