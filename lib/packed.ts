/** A value on its way to the browser as one text; see `pack`. */
export type Packed<T> = string & { readonly packed?: T };

/**
 * Packs what a page of the server hands to a component of the browser, such as the rows of a list. Left to React, every
 * single value in it is described, revived to draw the page, and described once more: for fifty rows that costs as much
 * as drawing them. What JSON can't say is lost, as in an answer of a route.
 */
export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value);
}

/** What `pack` has packed. */
export function unpack<T>(packed: Packed<T>): T {
  return JSON.parse(packed);
}
