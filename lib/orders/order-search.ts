import {
  createLoader,
  type inferParserType,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import {
  DEFAULT_ORDER_PAGE_SIZE,
  ORDER_FILTERS,
  ORDER_PAGE_SIZES,
  ORDER_SORTS,
  type OrderQuery,
  orderQuerySchema,
} from "./order-query";

/**
 * What the address of a list of orders holds. Ion's pages know no way back, so `pages` keeps the token of every page
 * turned to; the last one is shown.
 */
export const orderSearchParsers = {
  status: parseAsStringLiteral(ORDER_FILTERS),
  customer: parseAsString,
  order: parseAsString,
  sort: parseAsStringLiteral(ORDER_SORTS).withDefault("created"),
  dir: parseAsStringLiteral(["asc", "desc"] as const).withDefault("desc"),
  size: parseAsNumberLiteral(ORDER_PAGE_SIZES).withDefault(DEFAULT_ORDER_PAGE_SIZE),
  pages: parseAsArrayOf(parseAsString, "~").withDefault([]),
};
export type OrderSearch = inferParserType<typeof orderSearchParsers>;

export const loadOrderSearch = createLoader(orderSearchParsers);

/** The question behind an address; values that make no sense are left out, as in `orderQuerySchema`. */
export function toOrderQuery({ pages, ...search }: OrderSearch, customerId?: string): OrderQuery {
  const given = Object.entries({ ...search, page: pages.at(-1), customer: customerId ?? search.customer });
  return orderQuerySchema.parse(Object.fromEntries(given.filter(([, value]) => value !== null)));
}
