import { z } from "zod";
import { nextPageToken } from "./paging";
import {
  anything,
  code,
  enumeration,
  flag,
  id,
  idIn,
  instant,
  lastSegment,
  listBody,
  listOf,
  maybe,
  text,
  texts,
  withRaw,
} from "./primitives";
import { productDefinition } from "./product-definition";
import { rowPageSchema } from "./row-page";

const media = z.object({ title: text, content: text, type: enumeration });
const titled = z.object({ title: text, content: text });
const named = z.object({ name: text, displayName: text, description: text, logo: text, url: text });

const marketing = z.object({
  displayName: text,
  caption: text,
  /** May hold markup, as may every `content` below: sanitise before showing. */
  description: text,
  searchKeywords: texts,
  defaultImage: maybe(media),
  banner: maybe(z.object({ content: text, type: enumeration })),
  media: listOf(media),
  capabilities: listOf(z.object({ title: text, content: text, features: listOf(named) })),
  faqs: listOf(z.object({ question: text, answer: text })),
  testimonials: listOf(z.object({ title: text, content: text, fullName: text, companyName: text })),
  supportInfo: listOf(titled),
  moreInfoUrl: text,
  referenceLinks: texts,
  productOverviews: listOf(named),
});

const wire = z.object({
  name: text,
  id,
  legacyProductId: id,
  type: enumeration,
  disabled: flag,
  categories: texts,
  verticals: texts,
  hasUnpublishedChanges: flag,
  hasPublishedVersions: flag,
  marketing: maybe(marketing),
  definition: maybe(productDefinition),
  deployment: anything,
  cloudConsumption: maybe(
    z.object({ cloudProvider: text, priceBookName: text, infoUrl: text, hasConsumptionBilling: flag }),
  ),
  versionHistory: listOf(z.object({ name: text, effectiveDate: instant, inactiveDate: instant })),
  allowSubscriptionSwitch: flag,
  termUid: code,
  isSharedProduct: flag,
  hideFromMarketplace: flag,
  etag: code,
  tagsValues: listOf(z.object({ name: text, displayName: text, tagDisplayName: text, tagName: text })),
  createTime: instant,
  updateTime: instant,
});

/** A product of the catalog with its SKUs, plans and add-ons. */
export const productSchema = withRaw(wire).transform((read, context) => {
  const productId = idIn(read.name, "products") ?? lastSegment(read.name) ?? read.id;
  if (productId === null) {
    context.issues.push({
      code: "custom",
      message: "expected a product's resource name",
      input: read,
      path: ["name"],
    });
    return z.NEVER;
  }
  return {
    id: productId,
    /** Ion spells this in the singular and in the plural (D40): always singular here. */
    type: read.type === "SUBSCRIPTION_PRODUCTS" ? "SUBSCRIPTION_PRODUCT" : read.type,
    disabled: read.disabled,
    /** Ids, from resource names. */
    categoryIds: read.categories.flatMap((name) => lastSegment(name) ?? []),
    verticalIds: read.verticals.flatMap((name) => lastSegment(name) ?? []),
    hasUnpublishedChanges: read.hasUnpublishedChanges,
    hasPublishedVersions: read.hasPublishedVersions,
    /** Null when excluded from the call. */
    marketing: read.marketing,
    /** Null when excluded from the call. */
    definition: read.definition,
    /** Ion's object without its credentials; its `deployments[].configuration.form` makes the product-level form. */
    deployment: read.deployment,
    cloudConsumption: read.cloudConsumption,
    versionHistory: read.versionHistory,
    allowSubscriptionSwitch: read.allowSubscriptionSwitch,
    termUid: read.termUid,
    isSharedProduct: read.isSharedProduct,
    hideFromMarketplace: read.hideFromMarketplace,
    etag: read.etag,
    tags: read.tagsValues,
    createdAt: read.createTime,
    updatedAt: read.updateTime,
    raw: read.raw,
  };
});

export type IonProduct = z.output<typeof productSchema>;

export const productsPageSchema = listBody({ products: listOf(productSchema), nextPageToken }, [
  "categories",
  "verticals",
  "charges",
]);

/** The same list, read row by row. */
export const productRowsSchema = rowPageSchema("products", productSchema, [
  "categories",
  "verticals",
  "charges",
]);
