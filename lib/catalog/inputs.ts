import { z } from "zod";
import { catalogIdSchema, ionIdSchema } from "@/lib/ids";
import { splitValues } from "./facet-values";
import { CATALOG_SORTS, MAX_PAGE_SIZE, PAGE_SIZE, searchableText } from "./schemas";

// What comes in, for the server.

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

export const setProductEnabledInput = z.object({ productId: catalogIdSchema, enabled: z.boolean() });
export type SetProductEnabledInput = z.infer<typeof setProductEnabledInput>;
