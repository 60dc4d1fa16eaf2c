import { listPageSchema } from "@/lib/lists/list-page";
import { moneyShape } from "@/lib/money-value";
import * as s from "@/lib/shape";

/** How often a plan is billed. Ion's periods below a week are not supported by Ion itself and read as "unknown". */
export const BILLING_PERIODS = [
  "weekly",
  "biweekly",
  "monthly",
  "quarterly",
  "biannual",
  "annual",
  "one-time",
  "unknown",
] as const;
export const billingPeriodSchema = s.oneOf(BILLING_PERIODS);
export type BillingPeriod = s.Infer<typeof billingPeriodSchema>;

const unitSchema = s.oneOf(["seat", "unit"]);

/** Why a plan can't be put in a cart. */
export const NOT_ORDERABLE_REASONS = [
  /** The product is switched off for this reseller account. */
  "disabled",
  "sku-disabled",
  /** Known to the vendor, absent from the price book (`productAvailability: false`). */
  "not-in-price-book",
  /** No amount: missing is not zero. */
  "no-price",
  /** An add-on: bought only together with a SKU that offers it. */
  "needs-base",
] as const;
export const notOrderableReasonSchema = s.oneOf(NOT_ORDERABLE_REASONS);
export type NotOrderableReason = s.Infer<typeof notOrderableReasonSchema>;

export const orderabilitySchema = s.either([
  s.object({ ok: s.literal(true) }),
  s.object({ ok: s.literal(false), reason: notOrderableReasonSchema }),
]);
export type Orderability = s.Infer<typeof orderabilitySchema>;

const tierSchema = s.object({
  name: s.string().nullable(),
  /** First unit of the tier, 1-based. */
  from: s.int(),
  /** Last unit of the tier; null is without end. */
  to: s.int().nullable(),
  /** Per unit; null is unknown. */
  price: moneyShape.nullable(),
});

const usageSchema = s.object({
  id: s.string(),
  /** Ion's word for what is counted, for example "GB". */
  unit: s.string().nullable(),
  /** `top`: all units at the reached tier's price. `graduated`: each unit at its own tier's price. */
  charging: s.oneOf(["top", "graduated", "unknown"]),
  tiers: s.array(tierSchema),
});
export type Usage = s.Infer<typeof usageSchema>;

const introductionSchema = s.object({
  kind: s.oneOf(["trial", "discount"]),
  /** ISO 8601 duration ("P30D", "P3M"); null when Ion gives none. */
  duration: s.string().nullable(),
  /** Per unit and billing period in this phase; a trial without one costs nothing that Ion told us. */
  price: moneyShape.nullable(),
});
export type Introduction = s.Infer<typeof introductionSchema>;

/** One way to buy one SKU. Amounts are per unit; `price`, `cost` and `msrp` per billing period, taxes excluded. */
export const planSchema = s.object({
  productId: s.string(),
  skuId: s.string(),
  planId: s.string(),
  productName: s.string(),
  skuName: s.string(),
  name: s.string(),
  /** The maker's part number, for example "CFQ7TTC0LH18:0001:P1Y:Y". */
  mfgPartNumber: s.string().nullable(),
  /** The vendor's id of the SKU. */
  vendorSkuId: s.string().nullable(),
  billingPeriod: billingPeriodSchema,
  /** Commitment as an ISO 8601 duration ("P1M", "P1Y", "P3Y"); null is none. */
  term: s.string().nullable(),
  currency: s.string().nullable(),
  /** What the customer pays. Null is unknown, never zero. */
  price: moneyShape.nullable(),
  /** `price` for twelve months, to compare plans; null for one-time and unknown ones. */
  yearlyPrice: moneyShape.nullable(),
  /** Charged once at the start on top of the recurring price. */
  setupFee: moneyShape.nullable(),
  /** What the reseller pays. Absent for people who may not see costs. */
  cost: moneyShape.nullable().optional(),
  margin: s.object({ amount: moneyShape, percent: s.string().nullable() }).nullable().optional(),
  /** The vendor's list price. Absent for people who may not see costs. */
  msrp: moneyShape.nullable().optional(),
  minQuantity: s.int(),
  /** Null is without limit. */
  maxQuantity: s.int().nullable(),
  /** What one unit is: a person's seat, or anything else. */
  unit: unitSchema,
  /** The vendor's word for the unit ("Devices"), when it has one. */
  unitName: s.string().nullable(),
  usageBased: s.boolean(),
  usages: s.array(usageSchema),
  /** Trial and discount phases, in order, before the plan proper. */
  introductions: s.array(introductionSchema),
  /** When a cancellation takes effect. */
  cancelTiming: s.oneOf(["end-of-term", "immediate"]).nullable(),
  /** The vendor approves each order before it goes on. */
  approvalRequired: s.boolean(),
  orderable: orderabilitySchema,
});
export type Plan = s.Infer<typeof planSchema>;

const namedTextSchema = s.object({ name: s.string(), text: s.string() });

export const addOnSchema = s.object({
  id: s.string(),
  name: s.string(),
  description: s.string().nullable(),
  vendorSkuId: s.string().nullable(),
  /** Ends with the subscription it belongs to, or has a term from its own purchase. */
  alignment: s.oneOf(["subscription", "purchase"]).nullable(),
  allowMultiple: s.boolean(),
  plans: s.array(planSchema),
});
export type AddOn = s.Infer<typeof addOnSchema>;

export const skuSchema = s.object({
  id: s.string(),
  name: s.string(),
  description: s.string().nullable(),
  vendorSkuId: s.string().nullable(),
  disabled: s.boolean(),
  /** Market segments ("Commercial", "Education"). */
  segments: s.array(s.string()),
  features: s.array(namedTextSchema),
  /** Ids of add-ons that come with the SKU, and of those that can be bought with it. */
  includedAddOnIds: s.array(s.string()),
  availableAddOnIds: s.array(s.string()),
  plans: s.array(planSchema),
});
export type Sku = s.Infer<typeof skuSchema>;

export const productSchema = s.object({
  id: s.string(),
  name: s.string(),
  vendor: s.string().nullable(),
  /** Cloud provider id; tells with `lib/customers` whether the customer has a tenant there. */
  providerId: s.string().nullable(),
  disabled: s.boolean(),
  categories: s.array(s.object({ id: s.string(), name: s.string() })),
  caption: s.string().nullable(),
  /** Plain text; paragraphs are separated by a blank line. */
  description: s.string().nullable(),
  /** A data URI of a raster image. */
  image: s.string().nullable(),
  features: s.array(namedTextSchema),
  faqs: s.array(s.object({ question: s.string(), answer: s.string() })),
  support: s.array(namedTextSchema),
  links: s.array(s.string()),
  updatedAt: s.string().nullable(),
  skus: s.array(skuSchema),
  addOns: s.array(addOnSchema),
  /** The customer whose price book the prices are from; null is the account's own. */
  priceBookCustomerId: s.string().nullable(),
  /** When Ion was asked. */
  asOf: s.string(),
});
export type Product = s.Infer<typeof productSchema>;

/** What an order of a product would do to the customer's tenant at its vendor; "none" where there are no tenants. */
export const tenantSchema = s.object({
  state: s.oneOf(["existing", "new", "none", "unknown"]),
  domain: s.string().nullable(),
  /** Ion's silence is no proof: the cart asks whether there really is no tenant. */
  needsConfirmation: s.boolean(),
});

/** A product with what it would mean for a customer; `tenant` is null when none is chosen. */
export const offerSchema = s.object({ product: productSchema, tenant: tenantSchema.nullable() });
export type Offer = s.Infer<typeof offerSchema>;

/** From where to where a text is marked; the second place is not included. */
const rangesSchema = s.array(s.pair(s.int()));

/** A text of a product that has what was searched for and is not shown anyway: a SKU's or plan's name, an id. */
const hitSchema = s.object({ kind: s.oneOf(["sku", "plan", "id"]), text: s.string(), marks: rangesSchema });
export type CatalogHit = s.Infer<typeof hitSchema>;

/** A product as a row of the list, with what is needed to decide whether to open it. */
export const catalogEntrySchema = s.object({
  id: s.string(),
  name: s.string(),
  vendor: s.string().nullable(),
  categories: s.array(s.string()),
  caption: s.string().nullable(),
  disabled: s.boolean(),
  planCount: s.int(),
  /** Plans that match the query. */
  matchingPlanCount: s.int(),
  /** The cheapest matching plan that can be ordered and has a price. */
  from: s.object({ price: moneyShape, billingPeriod: billingPeriodSchema, unit: unitSchema }).nullable(),
  /** Set when a matching plan is billed by use. */
  usageBased: s.boolean(),
  /** Set when none of the matching plans can be ordered; "no-plans" for a product without any. */
  notOrderable: s.oneOf([...NOT_ORDERABLE_REASONS, "no-plans", "several"]).nullable(),
  /** Where name and vendor have the words of the question. */
  nameMarks: rangesSchema,
  vendorMarks: rangesSchema,
  hits: s.array(hitSchema),
});
export type CatalogEntry = s.Infer<typeof catalogEntrySchema>;

export const FACETS = ["vendor", "category", "billing", "term", "currency"] as const;
export type FacetName = (typeof FACETS)[number];

const facetValueSchema = s.object({
  value: s.string(),
  /** The name to show where the value is not one of ours to translate. */
  label: s.string().nullable(),
  /** Products that match the query with this value instead of the facet's chosen ones. */
  count: s.int(),
});
export type FacetValue = s.Infer<typeof facetValueSchema>;
const facetValues = s.array(facetValueSchema);

/** What an answer says besides its rows; the same for all of its pages. */
const catalogSummarySchema = s.object({
  /** Products in the catalog. */
  catalogTotal: s.int(),
  /** Plans that match: the lines of the CSV. */
  planTotal: s.int(),
  /** Products that match and can be ordered, whatever the filter says. */
  orderableCount: s.int(),
  facets: s.object({
    vendor: facetValues,
    category: facetValues,
    billing: facetValues,
    term: facetValues,
    currency: facetValues,
  }),
  /** The folded question that was answered, and the words nobody has with what was searched for instead. */
  searched: s.string(),
  corrections: s.array(s.object({ from: s.string(), to: s.string() })),
  /** Questions near to this one that find more, when it finds nothing or next to nothing. */
  suggestions: s.array(s.object({ q: s.string(), total: s.int() })),
  /** Parts of ids that too many ids have: only the first of them were looked at. */
  tooBroad: s.array(s.string()),
  /** Products the same words find without any filter, when the filters leave none; else null. */
  withoutFilters: s.int().nullable(),
});
export type CatalogSummary = s.Infer<typeof catalogSummarySchema>;

export const catalogPageSchema = listPageSchema(catalogEntrySchema).extend({
  /** Null on the pages after the first, as `total` is. */
  summary: catalogSummarySchema.nullable(),
});
export type CatalogPage = s.Infer<typeof catalogPageSchema>;

export const CATALOG_SORTS = ["relevance", "name", "vendor", "price", "-price"] as const;
export type CatalogSort = (typeof CATALOG_SORTS)[number];

export const MAX_QUERY_LENGTH = 200;
export const PAGE_SIZE = 30;
export const MAX_PAGE_SIZE = 500;

/** What somebody typed, in a length that makes sense and without control characters, which no database takes. */
export function searchableText(text: string): string {
  return text.slice(0, MAX_QUERY_LENGTH).replace(/\p{Cc}/gu, " ");
}

/** What is asked for, whatever part of the answer is shown; `inputs.ts` reads it from an address. */
export type CatalogFilters = {
  q: string;
  /** Search for the words as they are written, whatever may have been meant. */
  literal: boolean;
  orderable: boolean;
  sort: CatalogSort;
} & Record<FacetName, string[]>;
export type CatalogQuery = CatalogFilters & { cursor?: string | undefined; limit: number };

export const planRefShape = s.object({ productId: s.string(), skuId: s.string(), planId: s.string() });
/** The three ids that name a plan. */
export type PlanRef = s.Infer<typeof planRefShape>;
