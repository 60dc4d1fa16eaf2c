"use client";

import { type RefObject, useEffect, useRef } from "react";
import { isTyping } from "@/components/ui/is-typing";

export type ListActions = {
  move: (by: 1 | -1) => void;
  peek: () => void;
  select: (range: boolean) => void;
  /** False when there was nothing to clear. */
  clear: () => boolean;
};

/**
 * The keys of a list: j and k move, x selects (Shift-x a range), Space peeks, Escape clears. Enter is the row's link's own.
 * Space belongs to a row only while its link has the focus; elsewhere it scrolls or presses.
 */
export function useListKeys(table: RefObject<HTMLElement | null>, actions: ListActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!table.current || isTyping(event.target)) return;
      const { move, peek, select, clear } = latest.current;
      const onRow = event.target instanceof Element && event.target.matches("[data-row-link]");
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if (event.key === "x" || event.key === "X") select(event.shiftKey);
      else if (event.key === " " && onRow) peek();
      else if (event.key !== "Escape" || !clear()) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [table]);
}
