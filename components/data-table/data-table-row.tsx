"use client";

import type { PlacedColumn } from "@/components/data-table/columns";
import { cellRole, rowHeadRole, rowRole } from "@/components/data-table/row-roles";

/**
 * The cells of a row. With `href` the first one holds the row's link, which the table follows (use-row-press.ts).
 * `withRoles`: they may be laid out as anything but cells.
 */
export function RowCells<Row>({
  row,
  columns,
  href,
  withRoles,
}: {
  row: Row;
  columns: readonly PlacedColumn<Row>[];
  href: string | undefined;
  withRoles: boolean;
}) {
  const role = withRoles ? cellRole : undefined;
  return columns.map(({ id, cell, cellClass }, index) =>
    index === 0 ? (
      <th key={id} {...rowHeadRole} className={cellClass}>
        {href ? (
          <a href={href} data-row-link="" className="dt-link">
            {cell(row)}
          </a>
        ) : (
          cell(row)
        )}
      </th>
    ) : (
      <td key={id} {...role} className={cellClass}>
        {cell(row)}
      </td>
    ),
  );
}

/** One row of a DataTable. */
export function DataTableRow<Row>({
  row,
  columns,
  href,
}: {
  row: Row;
  columns: readonly PlacedColumn<Row>[];
  href?: string | undefined;
}) {
  return (
    <tr {...rowRole} data-row="" className={href ? "dt-row dt-live dt-opens" : "dt-row dt-live"}>
      <RowCells row={row} columns={columns} href={href} withRoles />
    </tr>
  );
}
