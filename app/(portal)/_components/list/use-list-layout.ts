"use client";

import { useState } from "react";
import { type LayoutControl, useTableLayout } from "@/components/data-table/table-layout";
import type { TableLayout } from "@/lib/preferences";
import type { View } from "@/lib/views/schemas";

/**
 * Row height and columns of a list. Under a saved view the columns are the view's, and what is changed there is the
 * view's to keep or not; without one they are remembered in the browser.
 */
export function useListLayout(
  tableId: string,
  initial: TableLayout | undefined,
  view: Pick<View, "id" | "columns"> | null,
): LayoutControl & { columnsChanged: boolean } {
  const own = useTableLayout(tableId, initial);
  const [changed, setChanged] = useState<{ viewId: string; columns: readonly string[] | null } | null>(null);
  if (!view) return { ...own, columnsChanged: false };
  const columns = changed?.viewId === view.id ? changed.columns : view.columns;
  return {
    ...own,
    columns,
    setColumns: (next) => setChanged({ viewId: view.id, columns: next }),
    columnsChanged: (columns ?? []).join() !== (view.columns ?? []).join(),
  };
}
