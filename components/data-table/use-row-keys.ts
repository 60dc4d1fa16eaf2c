"use client";

import { type RefObject, useEffect } from "react";
import { isTyping } from "@/components/ui/is-typing";

const TABLE = "[data-row-keys]";
const LINK = "[data-row-link]";
/** A row is a table's, or any element that says it is one. */
const ROW = "tr, [data-row]";

/**
 * j and k move the focus down and up the rows; Enter then opens the row, as on any link. Of several tables the one with
 * the focus answers, else the first of the page. The element needs `data-row-keys`, each row's link `data-row-link`.
 */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const element = table.current;
      const by = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (!element || by === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const focused = document.activeElement;
      const asked = focused?.closest(TABLE) ?? document.querySelector(TABLE);
      if (asked !== element) return;
      const links = [...element.querySelectorAll<HTMLElement>(LINK)];
      const row = focused?.closest(ROW);
      const current = row ? links.findIndex((link) => row.contains(link)) : -1;
      const next = links[current < 0 ? (by > 0 ? 0 : links.length - 1) : current + by];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.closest(ROW)?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [table]);
}
