"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { type DataColumn, phonePlace } from "@/components/data-table/columns";
import { openRow } from "@/components/data-table/open-row";
import { cellRole, rowHeadRole, rowRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";

type Place = { align?: "start" | "end"; phone: "title" | "aside" | "line" | "hidden"; first: boolean };

/** Where a cell stands: in its column, or on a phone in its place within the entry. */
export function cellClass({ align, phone, first }: Place): string {
  return cn(
    "min-w-0 border-line max-sm:block sm:h-(--row) sm:border-b sm:px-3 sm:whitespace-nowrap print:px-1.5 print:whitespace-normal",
    // Long words end in dots; the clip leaves room for the focus ring of a link.
    align === "end"
      ? "sm:text-right"
      : "sm:max-w-88 sm:overflow-clip sm:text-ellipsis sm:[overflow-clip-margin:4px]",
    first &&
      "sticky left-(--lead,0px) z-5 bg-inherit text-left font-normal max-sm:static sm:pl-2 group-data-scrolled/scroll:border-r",
    phone === "title" && "max-sm:col-start-1 max-sm:row-start-1",
    phone === "aside" && "max-sm:col-start-2 max-sm:row-start-1 max-sm:justify-self-end",
    phone === "line" && "max-sm:col-span-2 max-sm:flex max-sm:min-h-6 max-sm:items-center max-sm:gap-2",
    phone === "hidden" && "max-sm:hidden",
  );
}

/** The frame of a row: a line of the table, or an entry of a list on a phone. */
export const rowClass =
  "bg-surface-0 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:border-b max-sm:border-line max-sm:px-2 max-sm:py-3";

/** What a row looks like under the pointer and the focus. */
export const liveRowClass =
  // A column of underlined words is hard to read; links show themselves under the pointer.
  "[&_a]:decoration-transparent [&_a:hover]:decoration-current has-[[data-row-link]:focus-visible]:bg-accent-soft";

/** The cells of a row. With `href` the first one holds the row's link. */
export function RowCells<Row>({
  row,
  columns,
  href,
}: {
  row: Row;
  columns: readonly DataColumn<Row>[];
  href: string | undefined;
}) {
  return columns.map((column, index) => {
    const content: ReactNode = column.cell(row);
    const first = index === 0;
    const phone = phonePlace(column, index);
    const className = cellClass({ ...(column.align ? { align: column.align } : {}), phone, first });
    if (first) {
      return (
        <th key={column.id} {...rowHeadRole} scope="row" className={className}>
          {href ? (
            <Link
              href={href}
              prefetch={false}
              data-row-link=""
              className="rounded-sm font-medium underline-offset-3 hover:underline max-sm:flex max-sm:min-h-6 max-sm:items-center"
            >
              {content}
            </Link>
          ) : (
            content
          )}
        </th>
      );
    }
    return (
      <td key={column.id} {...cellRole} className={className}>
        {phone === "line" && (
          <span aria-hidden="true" className="shrink-0 text-caption text-3 sm:hidden">
            {column.header}
          </span>
        )}
        {phone === "line" ? <div className="min-w-0">{content}</div> : content}
      </td>
    );
  });
}

/** One row of a DataTable: a press anywhere in it follows its link. */
export function DataTableRow<Row>({
  row,
  columns,
  href,
}: {
  row: Row;
  columns: readonly DataColumn<Row>[];
  href?: string | undefined;
}) {
  return (
    <tr
      {...rowRole}
      onClick={href ? openRow : undefined}
      onAuxClick={href ? openRow : undefined}
      className={cn(rowClass, liveRowClass, href && "cursor-pointer hover:bg-surface-1 active:bg-surface-2")}
    >
      <RowCells row={row} columns={columns} href={href} />
    </tr>
  );
}
