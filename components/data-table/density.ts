"use client";

import { useSyncExternalStore } from "react";

export type Density = "comfortable" | "compact";

/** Row heights in pixels, for skeletons and for virtual rows. */
export const ROW_HEIGHT_PX: Record<Density, number> = { comfortable: 36, compact: 28 };

const KEY = "table-density";
const listeners = new Set<() => void>();

function read(): Density {
  try {
    return localStorage.getItem(KEY) === "compact" ? "compact" : "comfortable";
  } catch {
    // Storage can be forbidden; the table then simply does not remember.
    return "comfortable";
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Chooses the row height of every table in this browser. */
export function setDensity(density: Density): void {
  try {
    localStorage.setItem(KEY, density);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export function useDensity(): Density {
  return useSyncExternalStore(subscribe, read, () => "comfortable");
}
