import type { IonAddOn, IonPlan, IonSku } from "@/lib/ion/schemas/plans";
import type { IonProduct } from "@/lib/ion/schemas/products";
import { type PlanContext, toPlan } from "./map-plan";
import { toPlainText } from "./plain-text";
import { toSafeImage } from "./safe-image";
import { toSafeLink } from "./safe-link";
import type { AddOn, Product, Sku } from "./schemas";
import { toUsageModel } from "./usage";
import { providerIdOf, vendorOf } from "./vendor";

/** What a product takes from beside it. */
export type ProductContext = {
  providerNames: ReadonlyMap<string, string>;
  categoryNames: ReadonlyMap<string, string>;
  /** False leaves cost, margin and list price out altogether. */
  withCost: boolean;
};

/** The name to show: marketing's, else the id, which is made to be read. */
export function productName(product: Pick<IonProduct, "id" | "marketing">): string {
  return product.marketing?.displayName?.trim() || product.id;
}

type Common = Omit<PlanContext, "parent" | "isAddOn">;

/** What all plans of a product share. */
export function planContext(product: IonProduct, withCost: boolean): Common {
  return {
    product: {
      id: product.id,
      name: productName(product),
      disabled: product.disabled,
      usage: toUsageModel(product.definition),
    },
    withCost,
    currency: currencyOf(product),
  };
}

/** The currency of the product's price book entries, else the only one it is sold in; null when that is open. */
function currencyOf({ definition }: IonProduct): string | null {
  if (!definition) return null;
  const parts = [...definition.skus, ...definition.addOns];
  const entries = parts.flatMap((part) => [part.priceBook, ...part.plans.map((plan) => plan.priceBook)]);
  const priced = entries.find((entry) => entry.price ?? entry.masterPrice);
  const [only, ...more] = definition.supportedCurrencies;
  return (
    (priced?.price ?? priced?.masterPrice)?.currency ??
    (more.length === 0 ? only?.toUpperCase() : null) ??
    null
  );
}

function lastSegment(name: string): string {
  return name.split("/").at(-1) ?? name;
}

function toSku(sku: IonSku, common: Common, featureNames: ReadonlyMap<string, string>): Sku {
  return {
    id: sku.id,
    name: sku.displayName ?? sku.id,
    description: toPlainText(sku.description),
    vendorSkuId: sku.vendorProductId,
    disabled: sku.disabled,
    segments: sku.verticals.map(lastSegment),
    features: sku.features.flatMap(({ feature, displayValue }) => {
      const name = feature && (featureNames.get(feature) ?? feature);
      return name ? [{ name, text: toPlainText(displayValue) ?? "" }] : [];
    }),
    includedAddOnIds: sku.includedAddOnIds,
    availableAddOnIds: sku.availableAddOnIds,
    plans: sku.plans.map((plan) => toPlan(plan, { ...common, parent: sku, isAddOn: false })),
  };
}

function toAddOn(addOn: IonAddOn, common: Common): AddOn {
  const alignments = { PURCHASE_DATE: "purchase", SUBSCRIPTION_DATE: "subscription" } as const;
  return {
    id: addOn.id,
    name: addOn.displayName ?? addOn.id,
    description: toPlainText(addOn.description),
    vendorSkuId: addOn.vendorProductId,
    alignment: alignments[addOn.alignment as keyof typeof alignments] ?? null,
    allowMultiple: addOn.allowMultiple,
    plans: addOn.plans.map((plan: IonPlan) => toPlan(plan, { ...common, parent: addOn, isAddOn: true })),
  };
}

/**
 * Ion's product as the product page needs it. All of marketing becomes plain text, images only harmless data, links only
 * http(s); the deployment part, which can hold a provider's credentials, does not get through at all.
 */
export function toProduct(
  product: IonProduct,
  { providerNames, categoryNames, withCost }: ProductContext,
): Omit<Product, "priceBookCustomerId" | "asOf"> {
  const { marketing, definition } = product;
  const common = planContext(product, withCost);
  const features = definition?.features ?? [];
  const featureNames = new Map(
    features.flatMap(({ id, displayName }) => (id && displayName ? [[id, displayName] as const] : [])),
  );
  return {
    id: product.id,
    name: productName(product),
    vendor: vendorOf(product, providerNames),
    providerId: providerIdOf(product),
    disabled: product.disabled,
    categories: product.categoryIds.map((id) => ({ id, name: categoryNames.get(id) ?? id })),
    caption: toPlainText(marketing?.caption ?? null),
    description: toPlainText(marketing?.description ?? null),
    image: toSafeImage(marketing?.defaultImage?.content ?? null),
    features: features.flatMap(({ displayName, displayValue, description }) => {
      const text = toPlainText(displayValue) ?? toPlainText(description);
      return displayName && text ? [{ name: displayName, text }] : [];
    }),
    faqs: (marketing?.faqs ?? []).flatMap((faq) => {
      const question = toPlainText(faq.question);
      const answer = toPlainText(faq.answer);
      return question && answer ? [{ question, answer }] : [];
    }),
    support: (marketing?.supportInfo ?? []).flatMap(({ title, content }) => {
      const text = toPlainText(content);
      return text ? [{ name: title ?? "", text }] : [];
    }),
    links: safeLinks([marketing?.moreInfoUrl ?? null, ...(marketing?.referenceLinks ?? [])]),
    updatedAt: product.updatedAt,
    skus: (definition?.skus ?? []).map((sku) => toSku(sku, common, featureNames)),
    addOns: (definition?.addOns ?? []).map((addOn) => toAddOn(addOn, common)),
  };
}

function safeLinks(addresses: readonly (string | null)[]): string[] {
  return [...new Set(addresses.flatMap((address) => toSafeLink(address) ?? []))].slice(0, 12);
}
