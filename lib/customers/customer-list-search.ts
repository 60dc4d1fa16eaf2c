import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { cleanText, DEFAULT_LIMIT, sensible } from "@/lib/lists/list-params";
import { CUSTOMER_LIST_SORTS, type CustomerListQuery, DEFAULT_CUSTOMER_SORT } from "./customer-list-query";
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
  return {
    q: cleanText(search.q),
    status: sensible(search.status),
    country: sensible(
      search.country.map((code) => code.trim().toUpperCase()),
      (code) => /^[A-Z]{2}$/.test(code),
    ),
    limit: DEFAULT_LIMIT,
    sort: search.sort,
  };
}
