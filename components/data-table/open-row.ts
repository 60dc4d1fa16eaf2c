import type { MouseEvent } from "react";

/**
 * A press anywhere in a row opens the row's link, as the person asked for it (with Control or Command in a new tab).
 * `row` is the one pressed when the handler stands on something around it. Other controls in the row, and text that is being selected, keep their own meaning.
 */
export function openRow(event: MouseEvent<HTMLElement>, row: Element = event.currentTarget): void {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  if (event.target.closest("a, button, input, select, textarea, label, summary, [role=menuitem]")) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const link = row.querySelector<HTMLAnchorElement>("[data-row-link]");
  if (!link) return;
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  if (event.button === 1) window.open(link.href, "_blank", "noopener");
  else if (event.button === 0)
    link.dispatchEvent(
      new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, altKey }),
    );
}
