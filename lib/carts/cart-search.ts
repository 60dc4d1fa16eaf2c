import { readParams, type SearchParams, textParam, wholeParam } from "@/lib/search-params";
import { type ListCartsQuery, listCartsQuery } from "./inputs";

/** The state of the carts list that is kept in its address. */
export const cartSearchParsers = {
  q: textParam.or(""),
  /** Rows before this page. */
  from: wholeParam.or(0),
};

export function loadCartSearch(source: SearchParams | URLSearchParams) {
  return readParams(cartSearchParsers, source);
}

/** The question for the server; whatever the address says, it is a legal one. */
export function toCartsQuery({ q, from }: { q: string; from: number }): ListCartsQuery {
  return listCartsQuery.parse({ q: q.slice(0, 200), cursor: from });
}
