"use client";

import { type SortingState, type Updater, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { useColumnVisibility } from "@/components/data-table/column-visibility";
import { type DataColumn, features, toColumnDefs } from "@/components/data-table/columns";

export type Sort = { id: string; desc: boolean };

/** A table over rows that the server has already sorted, filtered and cut to a page. */
export function useDataTable<Row extends object>({
  tableId,
  columns,
  rows,
  getRowId,
  sort,
  onSortChange,
}: {
  tableId?: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  sort?: Sort | null;
  onSortChange?: (sort: Sort | null) => void;
}) {
  const defs = useMemo(() => toColumnDefs(columns), [columns]);
  const hidden = useMemo(
    () => Object.fromEntries(columns.filter((column) => column.defaultHidden).map(({ id }) => [id, false])),
    [columns],
  );
  const [columnVisibility, setColumnVisibility] = useColumnVisibility(tableId, hidden);
  const sorting = useMemo<SortingState>(() => (sort ? [sort] : []), [sort]);
  const changeSorting = (updater: Updater<SortingState>) => {
    const next = typeof updater === "function" ? updater(sorting) : updater;
    onSortChange?.(next[0] ?? null);
  };
  return useTable<typeof features, Row>({
    features,
    columns: defs,
    data: rows,
    getRowId,
    enableSorting: onSortChange !== undefined,
    enableMultiSort: false,
    manualSorting: true,
    state: { sorting, columnVisibility },
    onSortingChange: changeSorting,
    onColumnVisibilityChange: setColumnVisibility,
  });
}
