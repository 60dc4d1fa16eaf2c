"use client";

import { type CSSProperties, type MouseEvent, type ReactNode, useMemo, useRef } from "react";
import {
  columnNames,
  type DataColumn,
  placeColumns,
  type Sort,
  shownColumns,
} from "@/components/data-table/columns";
import { DataTableHead } from "@/components/data-table/data-table-head";
import { DataTableRow } from "@/components/data-table/data-table-row";
import { PhoneSort } from "@/components/data-table/phone-sort";
import { groupRole, tableRole } from "@/components/data-table/row-roles";
import { showWholeText } from "@/components/data-table/show-whole-text";
import { SkeletonRows } from "@/components/data-table/skeleton-rows";
import { ROW_HEIGHT_PX, useTableLayout } from "@/components/data-table/table-layout";
import { TableMenu } from "@/components/data-table/table-menu";
import { useRowKeys } from "@/components/data-table/use-row-keys";
import { useRowPress } from "@/components/data-table/use-row-press";
import { cn } from "@/components/ui/cn";
import { LiveRegion } from "@/components/ui/live-region";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useTranslations } from "@/lib/i18n/use-translations";

export type DataTableProps<Row> = {
  /** What the table holds, for screen readers: "Orders". */
  label: string;
  /** Remembers row height and columns in this browser under this name. */
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
 * A short list of things, all of which are drawn; long ones are a ListTable. j and k move through the rows, Enter opens.
 * On a phone the rows become entries of a list.
 */
export function DataTable<Row>({
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
  const layout = useTableLayout(tableId);
  const shown = useMemo(() => placeColumns(shownColumns(columns, layout.columns)), [columns, layout.columns]);
  const head = { columns: shown, sort: sort ?? null, onSortChange };
  const element = useRef<HTMLTableElement>(null);
  useRowKeys(element);
  const pressRow = useRowPress();
  const press = (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (row) pressRow(event, row);
  };
  const style: CSSProperties & { "--row": string } = {
    "--row": `${ROW_HEIGHT_PX[layout.density]}px`,
    ...columnNames(shown, 0),
  };
  const isEmpty = !loading && rows.length === 0;

  return (
    <div className="grid min-w-0 gap-2">
      <div data-print="hide" className="flex flex-wrap items-start justify-between gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{toolbar}</div>
        {!isEmpty && <PhoneSort {...head} />}
        {!isEmpty && <TableMenu columns={columns} layout={layout} />}
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
            style={style}
            className="w-full border-separate border-spacing-0 text-table max-sm:block"
          >
            <DataTableHead {...head} />
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the rows' links are the keyboard's way */}
            <tbody
              {...groupRole}
              onClick={press}
              onAuxClick={press}
              onPointerOver={showWholeText}
              className={cn("max-sm:block", refreshing && "**:text-3!")}
            >
              {loading ? (
                <SkeletonRows columns={shown} count={skeletonRows} />
              ) : (
                rows.map((row) => (
                  <DataTableRow key={getRowId(row)} row={row} columns={shown} href={rowHref?.(row)} />
                ))
              )}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {footer}
    </div>
  );
}
