"use client";

import { useEffect, useState } from "react";
import { writePreference } from "@/components/ui/write-preference";
import {
  type Density,
  layoutCookie,
  readTableLayout,
  type TableLayout,
  writeTableLayout,
} from "@/lib/preferences";

/** Row heights in pixels, for skeletons and for virtual rows. */
export const ROW_HEIGHT_PX: Record<Density, number> = { comfortable: 36, compact: 28 };

export type LayoutControl = TableLayout & {
  setDensity: (density: Density) => void;
  /** Ids in order; null goes back to the table's own choice. */
  setColumns: (columns: readonly string[] | null) => void;
};

function readCookie(name: string): string | undefined {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/**
 * Row height and columns of one table, remembered in this browser under `tableId` and forgotten on leaving without one.
 * `initial` is what the server read from the cookie, so that its first paint is right; without it the cookie is looked
 * at after that paint.
 */
export function useTableLayout(tableId: string | undefined, initial?: TableLayout): LayoutControl {
  const [layout, setLayout] = useState<TableLayout>(initial ?? readTableLayout(undefined));
  const known = initial !== undefined;

  useEffect(() => {
    if (tableId && !known) setLayout(readTableLayout(readCookie(layoutCookie(tableId))));
  }, [tableId, known]);

  const change = (next: TableLayout) => {
    setLayout(next);
    if (tableId) writePreference(layoutCookie(tableId), writeTableLayout(next));
  };
  return {
    ...layout,
    setDensity: (density) => change({ ...layout, density }),
    setColumns: (columns) => change({ ...layout, columns }),
  };
}
