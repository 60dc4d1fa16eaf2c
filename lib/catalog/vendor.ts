import type { IonProduct } from "@/lib/ion/schemas/products";

const VENDOR_TAG = /^(vendor|provider|publisher|manufacturer|brand)$/i;

/** The cloud provider a product is provisioned by: that of its first SKU or add-on that names one. */
export function providerIdOf(product: IonProduct): string | null {
  const { skus = [], addOns = [] } = product.definition ?? {};
  return [...skus, ...addOns].find((part) => part.cloudProviderId !== null)?.cloudProviderId ?? null;
}

/**
 * Who makes the product. Ion's products have no vendor field (CONTRACT.md section 2.3): a vendor tag or custom field
 * says it best, else the name of the cloud provider. Provider ids are given per installation, so their names are read
 * from Ion (`list-providers.ts`) and never assumed.
 */
export function vendorOf(product: IonProduct, providerNames: ReadonlyMap<string, string>): string | null {
  const tag = product.tags.find((one) => VENDOR_TAG.test((one.tagDisplayName ?? one.tagName ?? "").trim()));
  const field = product.definition?.customFields.find(
    (one) => one.type !== "PRIVATE_BINARY" && VENDOR_TAG.test((one.name ?? "").trim()),
  );
  const providerId = providerIdOf(product);
  return (
    tag?.displayName ??
    field?.content ??
    (providerId === null ? undefined : providerNames.get(providerId)) ??
    null
  );
}
