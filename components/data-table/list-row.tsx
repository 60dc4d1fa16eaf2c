"use client";

import { memo, type Ref } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { liveRowClass, RowCells, rowClass } from "@/components/data-table/data-table-row";
import { cellRole, rowRole } from "@/components/data-table/row-roles";
import { SelectBox } from "@/components/data-table/select-box";
import { cn } from "@/components/ui/cn";

type Props<Row> = {
  row: Row;
  index: number;
  columns: readonly DataColumn<Row>[];
  href: string | undefined;
  selected: boolean;
  /** What the box at its front is called: "Select Contoso". */
  selectLabel: string;
  measure: Ref<HTMLTableRowElement> | undefined;
};

/** One row of a ListTable. Presses are heard by the table, so rows that only scroll are not drawn again. */
function Row<Row>({ row, index, columns, href, selected, selectLabel, measure }: Props<Row>) {
  return (
    <tr
      {...rowRole}
      ref={measure}
      data-index={index}
      data-row=""
      aria-rowindex={index + 2}
      className={cn(
        rowClass,
        liveRowClass,
        "max-sm:relative max-sm:pl-10",
        href && "cursor-pointer",
        selected ? "bg-accent-soft" : href && "hover:bg-surface-1 active:bg-surface-2",
      )}
    >
      <td
        {...cellRole}
        className="sticky left-0 z-5 border-line bg-inherit max-sm:absolute max-sm:top-3 max-sm:left-2 sm:border-b sm:pl-2"
      >
        <SelectBox label={selectLabel} checked={selected} />
      </td>
      <RowCells row={row} columns={columns} href={href} />
    </tr>
  );
}

export const ListRow = memo(Row) as typeof Row;
