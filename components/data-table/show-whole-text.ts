import type { PointerEvent } from "react";

/**
 * Gives the cell under the pointer its text as a title while some of it is cut off. For `onPointerOver` of a table's body: only
 * the browser knows what fits, and a title in every cell would travel with every page.
 */
export function showWholeText({ target }: PointerEvent<HTMLElement>): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td, th") : null;
  if (!cell || !(target instanceof HTMLElement)) return;
  if (isCut(target) || isCut(cell)) cell.title = cell.textContent;
  else cell.removeAttribute("title");
}

function isCut({ scrollWidth, clientWidth }: HTMLElement): boolean {
  // Inline elements have no width of their own.
  return clientWidth > 0 && scrollWidth > clientWidth;
}
