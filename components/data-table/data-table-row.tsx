"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { type DataColumn, phonePlace } from "@/components/data-table/columns";
import { openRow } from "@/components/data-table/open-row";
import { cellRole, rowHeadRole, rowRole } from "@/components/data-table/row-roles";

type Place = { align?: "start" | "end"; phone: "title" | "aside" | "line" | "hidden"; first: boolean };

/** Where a cell stands: in its column, or on a phone in its place within the entry. Its looks are in data-table.css. */
export function cellClass({ align, phone, first }: Place): string {
  return ["dt-cell", align === "end" && "dt-end", first && "dt-first", `dt-${phone}`]
    .filter(Boolean)
    .join(" ");
}

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
            <Link href={href} prefetch={false} data-row-link="" className="dt-link">
              {content}
            </Link>
          ) : (
            content
          )}
        </th>
      );
    }
    return (
      <td
        key={column.id}
        {...cellRole}
        className={className}
        data-label={phone === "line" ? column.header : undefined}
      >
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
      className={href ? "dt-row dt-live dt-opens" : "dt-row dt-live"}
    >
      <RowCells row={row} columns={columns} href={href} />
    </tr>
  );
}
