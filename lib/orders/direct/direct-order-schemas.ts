import { z } from "zod";
import { catalogIdSchema, ionIdSchema } from "@/lib/ids";
import { seenTotalsSchema } from "../place-order-schemas";

const itemSchema = z.object({
  productId: catalogIdSchema,
  skuId: catalogIdSchema,
  planId: catalogIdSchema,
  quantity: z.number().int().min(1).max(2_147_483_647),
  /** For the vendor, as its template names them; nothing secret, since they are kept until they are sent. */
  attributes: z.array(z.object({ name: z.string().min(1).max(100), value: z.string().max(1000) })).max(100),
});

/** An order without a cart: what, how many, and the totals that were shown for it. */
export const directOrderInput = z.object({
  customerId: ionIdSchema,
  displayName: z.string().min(1).max(200),
  items: z.array(itemSchema).min(1).max(50),
  seenTotals: seenTotalsSchema,
});
export type DirectOrderInput = z.infer<typeof directOrderInput>;
