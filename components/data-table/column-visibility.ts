"use client";

import type { ColumnVisibilityState } from "@tanstack/react-table";
import { useEffect, useState } from "react";
import { z } from "zod";

const stored = z.record(z.string(), z.boolean());

/**
 * Which columns are shown; remembered in this browser under `tableId`, forgotten on leaving without one. What was
 * remembered is applied after the first paint, which the server made without knowing it.
 */
export function useColumnVisibility(tableId: string | undefined, initial: ColumnVisibilityState) {
  const [visibility, setVisibility] = useState(initial);
  const key = tableId && `table-columns:${tableId}`;

  useEffect(() => {
    if (!key) return;
    try {
      const parsed = stored.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
      if (parsed.success) setVisibility((now) => ({ ...now, ...parsed.data }));
    } catch {
      // Forbidden or damaged storage: the table starts as designed.
    }
  }, [key]);

  const change = (next: ColumnVisibilityState | ((now: ColumnVisibilityState) => ColumnVisibilityState)) => {
    const value = typeof next === "function" ? next(visibility) : next;
    setVisibility(value);
    try {
      if (key) localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // As above.
    }
  };
  return [visibility, change] as const;
}
