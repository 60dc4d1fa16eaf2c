import { createLoader, parseAsInteger, parseAsString } from "nuqs/server";
import { type ListCartsQuery, listCartsQuery } from "./inputs";

/** The state of the carts list that is kept in its address. */
export const cartSearchParsers = {
  q: parseAsString.withDefault(""),
  /** Rows before this page. */
  from: parseAsInteger.withDefault(0),
};

export const loadCartSearch = createLoader(cartSearchParsers);

/** The question for the server; whatever the address says, it is a legal one. */
export function toCartsQuery({ q, from }: { q: string; from: number }): ListCartsQuery {
  return listCartsQuery.parse({ q: q.slice(0, 200), cursor: from });
}
