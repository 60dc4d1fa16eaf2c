import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";

/** Ways to narrow the list of orders down: Ion's own statuses, and what needs a person. */
export const ORDER_FILTERS = [
  "attention",
  "new",
  "on-hold",
  "confirmed",
  "in-progress",
  "completed",
  "failed",
  "cancelled",
] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

export const ORDER_SORTS = ["created", "updated"] as const;
export const ORDER_PAGE_SIZES = [25, 50, 100] as const;
export const DEFAULT_ORDER_PAGE_SIZE = 50;

/**
 * What a list of orders is asked for, read from an address. What makes no sense there falls back to the whole list, so
 * that an old or mistyped link still shows orders.
 */
export const orderQuerySchema = z.object({
  status: z.enum(ORDER_FILTERS).optional().catch(undefined),
  customer: ionIdSchema.optional().catch(undefined),
  /** An order number: finds that one order. */
  order: ionIdSchema.optional().catch(undefined),
  sort: z.enum(ORDER_SORTS).catch("created").default("created"),
  dir: z.enum(["asc", "desc"]).catch("desc").default("desc"),
  size: z.coerce
    .number()
    .pipe(z.literal(ORDER_PAGE_SIZES))
    .catch(DEFAULT_ORDER_PAGE_SIZE)
    .default(DEFAULT_ORDER_PAGE_SIZE),
  /** Ion's opaque token of the page; none is the first page. */
  page: z.string().min(1).max(500).optional().catch(undefined),
});
export type OrderQuery = z.infer<typeof orderQuerySchema>;
