"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useCallback } from "react";

/**
 * What a press in a row does; the handler stands on the row or on something around it. A press on one of the row's links
 * follows that, one anywhere else in the row follows the row's own (`data-row-link`), as the person asked for it: with
 * Control or Command in a new tab. Other controls in the row, and text that is being selected, keep their own meaning.
 *
 * The links are plain ones, followed here without loading the page anew: a list has dozens, and a component each costs
 * more than the rows.
 */
export function useRowPress(): (event: MouseEvent<HTMLElement>, row?: Element) => void {
  const router = useRouter();
  return useCallback(
    (event, row = event.currentTarget) => {
      if (!(event.target instanceof Element) || event.defaultPrevented) return;
      const { ctrlKey, metaKey, shiftKey, altKey } = event;
      const pressed = event.target.closest("a");
      if (pressed) {
        if (event.button !== 0 || ctrlKey || metaKey || shiftKey || altKey || !isOfPortal(pressed)) return;
        event.preventDefault();
        router.push(pressed.pathname + pressed.search + pressed.hash);
        return;
      }
      if (event.target.closest("button, input, select, textarea, label, summary, [role=menuitem]")) return;
      if (window.getSelection()?.isCollapsed === false) return;
      const link = row.querySelector<HTMLAnchorElement>("[data-row-link]");
      if (!link) return;
      if (event.button === 1) window.open(link.href, "_blank", "noopener");
      else if (event.button === 0)
        link.dispatchEvent(
          new window.MouseEvent("click", {
            bubbles: true,
            cancelable: true,
            ctrlKey,
            metaKey,
            shiftKey,
            altKey,
          }),
        );
    },
    [router],
  );
}

/** A page of the portal, and nothing that the browser has to open or save by itself. */
function isOfPortal(link: HTMLAnchorElement): boolean {
  return link.origin === window.location.origin && !link.target && !link.hasAttribute("download");
}
