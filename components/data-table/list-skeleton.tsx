"use client";

import type { CSSProperties } from "react";
import { columnSize, type DataColumn, shownColumns } from "@/components/data-table/columns";
import { DataTableHead } from "@/components/data-table/data-table-head";
import { groupRole, tableRole } from "@/components/data-table/row-roles";
import { SkeletonRows } from "@/components/data-table/skeleton-rows";
import { ROW_HEIGHT_PX } from "@/components/data-table/table-layout";

const LEAD_PX = 40;

/** Holds the place of a ListTable with rows of the right height. */
export function ListSkeleton<Row>({
  label,
  columns,
  rows = 14,
}: {
  label: string;
  columns: readonly DataColumn<Row>[];
  rows?: number;
}) {
  const shown = shownColumns(columns, null);
  const width = shown.reduce((sum, column) => sum + columnSize(column), LEAD_PX);
  const style: CSSProperties & Record<"--row" | "--lead" | "--width", string> = {
    "--row": `${ROW_HEIGHT_PX.comfortable}px`,
    "--lead": `${LEAD_PX}px`,
    "--width": `${width}px`,
  };
  return (
    <div className="-mx-2 overflow-hidden">
      <table
        {...tableRole}
        aria-label={label}
        aria-busy="true"
        style={style}
        className="w-full border-separate border-spacing-0 text-table max-sm:block sm:min-w-(--width) sm:table-fixed"
      >
        <colgroup className="max-sm:hidden">
          <col style={{ width: LEAD_PX }} />
          {shown.map((column) => (
            <col key={column.id} style={{ width: columnSize(column) }} />
          ))}
        </colgroup>
        <DataTableHead columns={shown} sort={null} lead={<td className="border-b border-line" />} />
        <tbody {...groupRole} className="max-sm:block">
          <SkeletonRows columns={shown} count={rows} withLead />
        </tbody>
      </table>
    </div>
  );
}
