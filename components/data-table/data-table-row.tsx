"use client";

import type { Row as TableRow } from "@tanstack/react-table";
import { flexRender } from "@tanstack/react-table";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Features } from "@/components/data-table/columns";
import { openRow } from "@/components/data-table/open-row";
import { cellRole, rowHeadRole, rowRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";

type Place = { align?: "start" | "end"; phone?: "title" | "aside" | "line" | "hidden"; first: boolean };

/** Where a cell stands: in its column, or on a phone in its place within the entry. */
export function cellClass({ align, phone, first }: Place): string {
  return cn(
    "min-w-0 border-line max-sm:block sm:h-(--row) sm:border-b sm:px-3 sm:whitespace-nowrap print:px-1.5 print:whitespace-normal",
    // Long words end in dots; the clip leaves room for the focus ring of a link.
    align === "end"
      ? "sm:text-right"
      : "sm:max-w-88 sm:overflow-clip sm:text-ellipsis sm:[overflow-clip-margin:4px]",
    first &&
      "sticky left-0 z-5 bg-inherit text-left font-normal max-sm:static sm:pl-2 group-data-scrolled/scroll:border-r",
    phone === "title" && "max-sm:col-start-1 max-sm:row-start-1",
    phone === "aside" && "max-sm:col-start-2 max-sm:row-start-1 max-sm:justify-self-end",
    phone === "line" && "max-sm:col-span-2 max-sm:flex max-sm:min-h-6 max-sm:items-center max-sm:gap-2",
    phone === "hidden" && "max-sm:hidden",
  );
}

/** The frame of a row: a line of the table, or an entry of a list on a phone. */
export const rowClass =
  "bg-surface-0 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:border-b max-sm:border-line max-sm:px-2 max-sm:py-3";

/** One row. With `href` the first cell holds its link, and a press anywhere else in the row follows that link. */
export function DataTableRow<Row extends object>({
  row,
  href,
}: {
  row: TableRow<Features, Row>;
  href?: string;
}) {
  return (
    <tr
      {...rowRole}
      onClick={href ? openRow : undefined}
      onAuxClick={href ? openRow : undefined}
      className={cn(
        rowClass,
        // A column of underlined words is hard to read; links show themselves under the pointer.
        "[&_a]:decoration-transparent [&_a:hover]:decoration-current",
        "has-[[data-row-link]:focus-visible]:bg-accent-soft",
        href && "cursor-pointer hover:bg-surface-1 active:bg-surface-2",
      )}
    >
      {row.getVisibleCells().map((cell, index) => {
        const { cell: renderable, meta } = cell.column.columnDef;
        const content: ReactNode = flexRender(renderable, cell.getContext());
        const first = index === 0;
        const className = cellClass({ align: meta?.align, phone: meta?.phone, first });
        if (first) {
          return (
            <th key={cell.id} {...rowHeadRole} scope="row" className={className}>
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
          <td key={cell.id} {...cellRole} className={className}>
            {meta?.phone === "line" && (
              <span aria-hidden="true" className="shrink-0 text-caption text-3 sm:hidden">
                {meta.label}
              </span>
            )}
            {meta?.phone === "line" ? <div className="min-w-0">{content}</div> : content}
          </td>
        );
      })}
    </tr>
  );
}
