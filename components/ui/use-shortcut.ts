"use client";

import { useEffect, useRef } from "react";
import { isTyping } from "@/components/ui/is-typing";

/** Runs `act` when `key` is pressed alone, outside of fields, windows and menus. */
export function useShortcut(key: string, act: () => void, enabled = true): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== key || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [key, enabled]);
}
