import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CUSTOMER_SORTS, type CustomerQuery, customerQuerySchema } from "./customer-query";

/** The customer list's state in the address: `/customers?q=…&status=…&country=FR,DE&sort=-created&cursor=…`. */
export const customerSearchParams = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(["active", "inactive"]),
  country: parseAsArrayOf(parseAsString).withDefault([]),
  sort: parseAsStringLiteral(CUSTOMER_SORTS).withDefault("name"),
  cursor: parseAsString,
  limit: parseAsInteger.withDefault(50),
};
export type CustomerSearch = inferParserType<typeof customerSearchParams>;

/** Reads the state from a page's search params. What makes no sense is left out. */
export const loadCustomerSearch = createLoader(customerSearchParams);

/** The question behind the address. An address that was tampered with asks for the plain list. */
export function toCustomerQuery(search: CustomerSearch): CustomerQuery {
  const country = search.country.filter((code) => /^[A-Za-z]{2}$/.test(code));
  const parsed = customerQuerySchema.safeParse({
    q: search.q.slice(0, 200) || undefined,
    status: search.status ?? undefined,
    country: country.length > 0 ? country.join(",") : undefined,
    sort: search.sort,
    cursor: search.cursor ?? undefined,
    limit: Math.min(Math.max(search.limit, 1), 200),
  });
  return parsed.success ? parsed.data : customerQuerySchema.parse({});
}
