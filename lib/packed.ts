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

const MOST_UNPACKED = 50;
/** What was asked for last: texts come with every page, and the same page is drawn until something in it changes. */
const unpacked = new Map<string, unknown>();

/** What `pack` has packed. The same text may be the same object again, so nothing in it may be changed. */
export function unpack<T>(packed: Packed<T>): T {
  const value = unpacked.get(packed) ?? JSON.parse(packed);
  unpacked.delete(packed);
  unpacked.set(packed, value);
  const [oldest] = unpacked.keys();
  if (oldest !== undefined && unpacked.size > MOST_UNPACKED) unpacked.delete(oldest);
  return value;
}
