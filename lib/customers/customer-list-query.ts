import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, selection, toListParams } from "@/lib/lists/list-params";
import { CUSTOMER_STATUSES } from "./schemas";

/** The columns of the list; it sorts by each of them, upwards or (with "-") downwards. */
export const CUSTOMER_COLUMNS = [
  "name",
  "status",
  "contact",
  "email",
  "domain",
  "country",
  "created",
  "id",
] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];
export type CustomerListSort = CustomerColumn | `-${CustomerColumn}`;
export const CUSTOMER_LIST_SORTS = CUSTOMER_COLUMNS.flatMap((column): CustomerListSort[] => [
  column,
  `-${column}`,
]);
export const DEFAULT_CUSTOMER_SORT: CustomerListSort = "name";

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
export type CustomerListQuery = z.infer<typeof customerListQuerySchema>;

/** The question as params of an address, with nothing in it that is as usual. */
export function toCustomerListParams(query: CustomerListQuery): Record<string, string> {
  return toListParams(query, customerListQuerySchema.parse({}));
}
