import { z } from "zod";

export const CUSTOMER_SORTS = ["name", "-name", "created", "-created"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

const countryCodes = z
  .string()
  .transform((text) => text.split(",").map((code) => code.trim().toUpperCase()))
  .pipe(z.array(z.string().regex(/^[A-Z]{2}$/)).max(250));

/** The questions a list of customers answers; all of it comes from the address. */
export const customerQuerySchema = z.object({
  q: z.string().trim().max(200).optional(),
  status: z.enum(["active", "inactive"]).optional(),
  /** Comma-separated ISO codes; a customer in any of them counts. */
  country: countryCodes.optional(),
  sort: z.enum(CUSTOMER_SORTS).default("name"),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CustomerQuery = z.infer<typeof customerQuerySchema>;
