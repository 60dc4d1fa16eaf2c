import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import {
  CUSTOMER_LIST_SORTS,
  type CustomerListQuery,
  customerListQuerySchema,
  DEFAULT_CUSTOMER_SORT,
} from "./customer-list-query";
import { CUSTOMER_STATUSES } from "./schemas";

/** The customer list's state in the address: `/customers?q=…&status=active&country=FR,DE&sort=-created`. */
export const customerListParsers = {
  q: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(CUSTOMER_STATUSES)).withDefault([]),
  country: parseAsArrayOf(parseAsString).withDefault([]),
  sort: parseAsStringLiteral(CUSTOMER_LIST_SORTS).withDefault(DEFAULT_CUSTOMER_SORT),
};
export type CustomerListSearch = inferParserType<typeof customerListParsers>;

/** Reads the state from a page's search params. */
export const loadCustomerListSearch = createLoader(customerListParsers);

/** The question behind an address; values that make no sense are left out. */
export function toCustomerListQuery(search: CustomerListSearch): CustomerListQuery {
  return customerListQuerySchema.parse({
    q: search.q,
    status: search.status.join(","),
    country: search.country.join(","),
    sort: search.sort,
  });
}
