"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useRef } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { DataTableHead } from "@/components/data-table/data-table-head";
import { DataTableRow } from "@/components/data-table/data-table-row";
import { ROW_HEIGHT_PX, useDensity } from "@/components/data-table/density";
import { PhoneSort } from "@/components/data-table/phone-sort";
import { groupRole, tableRole } from "@/components/data-table/row-roles";
import { SkeletonRows } from "@/components/data-table/skeleton-rows";
import { TableOptions } from "@/components/data-table/table-options";
import { type Sort, useDataTable } from "@/components/data-table/use-data-table";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { cn } from "@/components/ui/cn";
import { LiveRegion } from "@/components/ui/live-region";
import { ScrollRegion } from "@/components/ui/scroll-region";

export type DataTableProps<Row extends object> = {
  /** What the table holds, for screen readers: "Orders". */
  label: string;
  /** Remembers the shown columns in this browser under this name. */
  tableId?: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  /** Where a row leads. */
  rowHref?: (row: Row) => string;
  sort?: Sort | null;
  onSortChange?: (sort: Sort | null) => void;
  /** Nothing has been read yet: `skeletonRows` rows hold the place. */
  loading?: boolean;
  skeletonRows?: number;
  /** Newer rows are being read; the old ones stay, in a fainter colour that can still be read. */
  refreshing?: boolean;
  /** Stands in the table's place when there are no rows. */
  empty: ReactNode;
  /** Search and filters, above the table at the left. */
  toolbar?: ReactNode;
  /** Under the table: pages, totals. */
  footer?: ReactNode;
};

/**
 * A list of things that the server has sorted, filtered and cut to a page. j and k move through the rows, Enter opens.
 * On a phone the rows become entries of a list.
 */
export function DataTable<Row extends object>({
  label,
  tableId,
  columns,
  rows,
  getRowId,
  rowHref,
  sort,
  onSortChange,
  loading = false,
  skeletonRows = 10,
  refreshing = false,
  empty,
  toolbar,
  footer,
}: DataTableProps<Row>) {
  const t = useTranslations("common");
  const table = useDataTable({ tableId, columns, rows, getRowId, sort, onSortChange });
  const density = useDensity();
  const element = useRef<HTMLTableElement>(null);
  useRowKeys(element);
  const rowHeight: CSSProperties & { "--row": string } = { "--row": `${ROW_HEIGHT_PX[density]}px` };
  const isEmpty = !loading && rows.length === 0;

  return (
    <div className="grid min-w-0 gap-2">
      <div data-print="hide" className="flex flex-wrap items-start justify-between gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{toolbar}</div>
        {!isEmpty && <PhoneSort table={table} />}
        {!isEmpty && <TableOptions table={table} />}
      </div>
      <LiveRegion>{loading || refreshing ? t("loading") : null}</LiveRegion>
      {isEmpty ? (
        <div className={cn(refreshing && "**:text-3!")}>{empty}</div>
      ) : (
        <ScrollRegion label={label} className="-mx-2">
          <table
            {...tableRole}
            ref={element}
            aria-label={label}
            aria-busy={loading || refreshing}
            data-row-keys=""
            style={rowHeight}
            className="w-full border-separate border-spacing-0 text-table max-sm:block"
          >
            <DataTableHead table={table} />
            <tbody {...groupRole} className={cn("max-sm:block", refreshing && "**:text-3!")}>
              {loading ? (
                <SkeletonRows table={table} count={skeletonRows} />
              ) : (
                table
                  .getRowModel()
                  .rows.map((row) => <DataTableRow key={row.id} row={row} href={rowHref?.(row.original)} />)
              )}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {footer}
    </div>
  );
}
