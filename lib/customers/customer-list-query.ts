import { DEFAULT_LIMIT, type ListQuery, toListParams } from "@/lib/lists/list-params";
import type { CustomerStatus } from "./schemas";

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

/** What the list is asked for. */
export type CustomerListQuery = ListQuery<CustomerListSort> & {
  status?: CustomerStatus[] | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string[] | undefined;
};

/** The question as params of an address, with nothing in it that is as usual. */
export function toCustomerListParams(query: CustomerListQuery): Record<string, string> {
  return toListParams(query, { limit: DEFAULT_LIMIT, sort: DEFAULT_CUSTOMER_SORT });
}
