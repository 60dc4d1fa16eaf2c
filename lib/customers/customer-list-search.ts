import { cleanText, DEFAULT_LIMIT, sensible } from "@/lib/lists/list-params";
import {
  listParam,
  type ParamsOf,
  readParams,
  type SearchParams,
  textParam,
  wordParam,
} from "@/lib/search-params";
import { CUSTOMER_LIST_SORTS, type CustomerListQuery, DEFAULT_CUSTOMER_SORT } from "./customer-list-query";
import { CUSTOMER_STATUSES } from "./schemas";

/** The customer list's state in the address: `/customers?q=…&status=active&country=FR,DE&sort=-created`. */
export const customerListParsers = {
  q: textParam.or(""),
  status: listParam(wordParam(CUSTOMER_STATUSES)).or([]),
  country: listParam(textParam).or([]),
  sort: wordParam(CUSTOMER_LIST_SORTS).or(DEFAULT_CUSTOMER_SORT),
};
export type CustomerListSearch = ParamsOf<typeof customerListParsers>;

/** Reads the state from a page's search params. */
export function loadCustomerListSearch(source: SearchParams | URLSearchParams) {
  return readParams(customerListParsers, source);
}

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
