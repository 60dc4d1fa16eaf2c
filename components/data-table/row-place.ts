/** The header is the first row of the table. */
const FIRST_ROW = 2;

/** Tells where a row stands in a list of which only some rows are in the page. `index` counts from 0. */
export function rowPlace(index: number) {
  return { "aria-rowindex": index + FIRST_ROW };
}

/** The row at `index`, as a selector. */
export function rowAt(index: number): string {
  return `[aria-rowindex="${index + FIRST_ROW}"]`;
}

/** The row that something is in, or nothing: the header is no row of the list. */
export function rowAround(target: EventTarget | null): { element: Element; index: number } | undefined {
  const element = target instanceof Element ? target.closest("[aria-rowindex]") : null;
  const index = Number(element?.getAttribute("aria-rowindex")) - FIRST_ROW;
  return element && index >= 0 ? { element, index } : undefined;
}
