import { z } from "zod";
import { catalogIdSchema, ionIdSchema } from "@/lib/ids";
import { listPageSchema } from "@/lib/lists/list-page";
import { moneySchema } from "@/lib/money";
import { splitValues } from "./facet-values";

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
export const billingPeriodSchema = z.enum(BILLING_PERIODS);
export type BillingPeriod = z.infer<typeof billingPeriodSchema>;

const unitSchema = z.enum(["seat", "unit"]);

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
export const notOrderableReasonSchema = z.enum(NOT_ORDERABLE_REASONS);
export type NotOrderableReason = z.infer<typeof notOrderableReasonSchema>;

export const orderabilitySchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: notOrderableReasonSchema }),
]);
export type Orderability = z.infer<typeof orderabilitySchema>;

const tierSchema = z.object({
  name: z.string().nullable(),
  /** First unit of the tier, 1-based. */
  from: z.number().int(),
  /** Last unit of the tier; null is without end. */
  to: z.number().int().nullable(),
  /** Per unit; null is unknown. */
  price: moneySchema.nullable(),
});

const usageSchema = z.object({
  id: z.string(),
  /** Ion's word for what is counted, for example "GB". */
  unit: z.string().nullable(),
  /** `top`: all units at the reached tier's price. `graduated`: each unit at its own tier's price. */
  charging: z.enum(["top", "graduated", "unknown"]),
  tiers: z.array(tierSchema),
});
export type Usage = z.infer<typeof usageSchema>;

const introductionSchema = z.object({
  kind: z.enum(["trial", "discount"]),
  /** ISO 8601 duration ("P30D", "P3M"); null when Ion gives none. */
  duration: z.string().nullable(),
  /** Per unit and billing period in this phase; a trial without one costs nothing that Ion told us. */
  price: moneySchema.nullable(),
});
export type Introduction = z.infer<typeof introductionSchema>;

/** One way to buy one SKU. Amounts are per unit; `price`, `cost` and `msrp` per billing period, taxes excluded. */
export const planSchema = z.object({
  productId: z.string(),
  skuId: z.string(),
  planId: z.string(),
  productName: z.string(),
  skuName: z.string(),
  name: z.string(),
  /** The maker's part number, for example "CFQ7TTC0LH18:0001:P1Y:Y". */
  mfgPartNumber: z.string().nullable(),
  /** The vendor's id of the SKU. */
  vendorSkuId: z.string().nullable(),
  billingPeriod: billingPeriodSchema,
  /** Commitment as an ISO 8601 duration ("P1M", "P1Y", "P3Y"); null is none. */
  term: z.string().nullable(),
  currency: z.string().nullable(),
  /** What the customer pays. Null is unknown, never zero. */
  price: moneySchema.nullable(),
  /** `price` for twelve months, to compare plans; null for one-time and unknown ones. */
  yearlyPrice: moneySchema.nullable(),
  /** Charged once at the start on top of the recurring price. */
  setupFee: moneySchema.nullable(),
  /** What the reseller pays. Absent for people who may not see costs. */
  cost: moneySchema.nullable().optional(),
  margin: z.object({ amount: moneySchema, percent: z.string().nullable() }).nullable().optional(),
  /** The vendor's list price. Absent for people who may not see costs. */
  msrp: moneySchema.nullable().optional(),
  minQuantity: z.number().int().positive(),
  /** Null is without limit. */
  maxQuantity: z.number().int().positive().nullable(),
  /** What one unit is: a person's seat, or anything else. */
  unit: unitSchema,
  /** The vendor's word for the unit ("Devices"), when it has one. */
  unitName: z.string().nullable(),
  usageBased: z.boolean(),
  usages: z.array(usageSchema),
  /** Trial and discount phases, in order, before the plan proper. */
  introductions: z.array(introductionSchema),
  /** When a cancellation takes effect. */
  cancelTiming: z.enum(["end-of-term", "immediate"]).nullable(),
  /** The vendor approves each order before it goes on. */
  approvalRequired: z.boolean(),
  orderable: orderabilitySchema,
});
export type Plan = z.infer<typeof planSchema>;

const namedTextSchema = z.object({ name: z.string(), text: z.string() });

export const addOnSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  vendorSkuId: z.string().nullable(),
  /** Ends with the subscription it belongs to, or has a term from its own purchase. */
  alignment: z.enum(["subscription", "purchase"]).nullable(),
  allowMultiple: z.boolean(),
  plans: z.array(planSchema),
});
export type AddOn = z.infer<typeof addOnSchema>;

export const skuSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  vendorSkuId: z.string().nullable(),
  disabled: z.boolean(),
  /** Market segments ("Commercial", "Education"). */
  segments: z.array(z.string()),
  features: z.array(namedTextSchema),
  /** Ids of add-ons that come with the SKU, and of those that can be bought with it. */
  includedAddOnIds: z.array(z.string()),
  availableAddOnIds: z.array(z.string()),
  plans: z.array(planSchema),
});
export type Sku = z.infer<typeof skuSchema>;

export const productSchema = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string().nullable(),
  /** Cloud provider id; tells with `lib/customers` whether the customer has a tenant there. */
  providerId: z.string().nullable(),
  disabled: z.boolean(),
  categories: z.array(z.object({ id: z.string(), name: z.string() })),
  caption: z.string().nullable(),
  /** Plain text; paragraphs are separated by a blank line. */
  description: z.string().nullable(),
  /** A data URI of a raster image. */
  image: z.string().nullable(),
  features: z.array(namedTextSchema),
  faqs: z.array(z.object({ question: z.string(), answer: z.string() })),
  support: z.array(namedTextSchema),
  links: z.array(z.string()),
  updatedAt: z.string().nullable(),
  skus: z.array(skuSchema),
  addOns: z.array(addOnSchema),
  /** The customer whose price book the prices are from; null is the account's own. */
  priceBookCustomerId: z.string().nullable(),
  /** When Ion was asked. */
  asOf: z.string(),
});
export type Product = z.infer<typeof productSchema>;

/** What an order of a product would do to the customer's tenant at its vendor; "none" where there are no tenants. */
export const tenantSchema = z.object({
  state: z.enum(["existing", "new", "none", "unknown"]),
  domain: z.string().nullable(),
  /** Ion's silence is no proof: the cart asks whether there really is no tenant. */
  needsConfirmation: z.boolean(),
});

/** A product with what it would mean for a customer; `tenant` is null when none is chosen. */
export const offerSchema = z.object({ product: productSchema, tenant: tenantSchema.nullable() });
export type Offer = z.infer<typeof offerSchema>;

/** From where to where a text is marked; the second place is not included. */
const rangesSchema = z.array(z.tuple([z.number().int(), z.number().int()]));

/** A text of a product that has what was searched for and is not shown anyway: a SKU's or plan's name, an id. */
const hitSchema = z.object({ kind: z.enum(["sku", "plan", "id"]), text: z.string(), marks: rangesSchema });
export type CatalogHit = z.infer<typeof hitSchema>;

/** A product as a row of the list, with what is needed to decide whether to open it. */
export const catalogEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string().nullable(),
  categories: z.array(z.string()),
  caption: z.string().nullable(),
  disabled: z.boolean(),
  planCount: z.number().int(),
  /** Plans that match the query. */
  matchingPlanCount: z.number().int(),
  /** The cheapest matching plan that can be ordered and has a price. */
  from: z.object({ price: moneySchema, billingPeriod: billingPeriodSchema, unit: unitSchema }).nullable(),
  /** Set when a matching plan is billed by use. */
  usageBased: z.boolean(),
  /** Set when none of the matching plans can be ordered; "no-plans" for a product without any. */
  notOrderable: z.enum([...NOT_ORDERABLE_REASONS, "no-plans", "several"]).nullable(),
  /** Where name and vendor have the words of the question. */
  nameMarks: rangesSchema,
  vendorMarks: rangesSchema,
  hits: z.array(hitSchema),
});
export type CatalogEntry = z.infer<typeof catalogEntrySchema>;

export const FACETS = ["vendor", "category", "billing", "term", "currency"] as const;
export type FacetName = (typeof FACETS)[number];

const facetValueSchema = z.object({
  value: z.string(),
  /** The name to show where the value is not one of ours to translate. */
  label: z.string().nullable(),
  /** Products that match the query with this value instead of the facet's chosen ones. */
  count: z.number().int(),
});
export type FacetValue = z.infer<typeof facetValueSchema>;

/** What an answer says besides its rows; the same for all of its pages. */
const catalogSummarySchema = z.object({
  /** Products in the catalog. */
  catalogTotal: z.number().int(),
  /** Plans that match: the lines of the CSV. */
  planTotal: z.number().int(),
  /** Products that match and can be ordered, whatever the filter says. */
  orderableCount: z.number().int(),
  facets: z.record(z.enum(FACETS), z.array(facetValueSchema)),
  /** Words nobody has, and what was searched for instead. */
  corrections: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Questions near to this one that find more, when it finds nothing or next to nothing. */
  suggestions: z.array(z.object({ q: z.string(), total: z.number().int() })),
  /** Parts of ids that too many ids have: only the first of them were looked at. */
  tooBroad: z.array(z.string()),
  /** Products the same words find without any filter, when the filters leave none; else null. */
  withoutFilters: z.number().int().nullable(),
});
export type CatalogSummary = z.infer<typeof catalogSummarySchema>;

export const catalogPageSchema = listPageSchema(catalogEntrySchema).extend({
  /** Null on the pages after the first, as `total` is. */
  summary: catalogSummarySchema.nullable(),
});
export type CatalogPage = z.infer<typeof catalogPageSchema>;

export const CATALOG_SORTS = ["relevance", "name", "vendor", "price", "-price"] as const;
export type CatalogSort = (typeof CATALOG_SORTS)[number];

export const MAX_QUERY_LENGTH = 200;
export const PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 500;

/** What somebody typed, in a length that makes sense and without control characters, which no database takes. */
export function searchableText(text: string): string {
  return text.slice(0, MAX_QUERY_LENGTH).replace(/\p{Cc}/gu, " ");
}

const facetParam = z.string().default("").transform(splitValues);

/**
 * The search params of the list. Any text is a legal query; an unknown sort or size falls back, since addresses are
 * shared, edited and shortened by hand.
 */
export const catalogQuerySchema = z.object({
  q: z.string().default("").transform(searchableText),
  /** Search for the words as they are written, whatever may have been meant. */
  literal: z
    .string()
    .default("")
    .transform((text) => text === "true"),
  vendor: facetParam,
  category: facetParam,
  billing: facetParam,
  term: facetParam,
  currency: facetParam,
  orderable: z
    .string()
    .default("")
    .transform((text) => text === "true"),
  sort: z.enum(CATALOG_SORTS).catch("relevance"),
  /** Opaque, from the page before. */
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).catch(PAGE_SIZE),
});
export type CatalogQuery = z.output<typeof catalogQuerySchema>;
/** What is asked for, whatever part of the answer is shown. */
export type CatalogFilters = Omit<CatalogQuery, "cursor" | "limit">;

/** Next hands a page its params still percent-encoded; a catalog id itself never holds a percent sign. */
const decoded = z.string().transform((text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
});
export const productParams = z.object({ productId: decoded.pipe(catalogIdSchema) });
export const offerSearch = z.object({ customerId: ionIdSchema.optional() });

export const planRefSchema = z.object({
  productId: catalogIdSchema,
  skuId: catalogIdSchema,
  planId: catalogIdSchema,
});
/** The three ids that name a plan. */
export type PlanRef = z.infer<typeof planRefSchema>;

export const setProductEnabledInput = z.object({ productId: catalogIdSchema, enabled: z.boolean() });
export type SetProductEnabledInput = z.infer<typeof setProductEnabledInput>;
