import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, selection } from "@/lib/lists/list-params-schema";
import { CUSTOMER_LIST_SORTS, DEFAULT_CUSTOMER_SORT } from "./customer-list-query";
import { CUSTOMER_STATUSES } from "./schemas";

/** What a list of customers is asked for, read from an address. */
export const customerListQuerySchema = z.object({
  ...listParams,
  status: commaList(z.enum(CUSTOMER_STATUSES)).optional(),
  /** ISO 3166-1 alpha-2; a customer in any of them counts. */
  country: commaList(
    z
      .string()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/),
  ).optional(),
  ids: selection(ionIdSchema).optional(),
  sort: z.enum(CUSTOMER_LIST_SORTS).catch(DEFAULT_CUSTOMER_SORT).default(DEFAULT_CUSTOMER_SORT),
});
