"use client";

import { memo, type Ref } from "react";
import type { PlacedColumn } from "@/components/data-table/columns";
import { RowCells } from "@/components/data-table/data-table-row";
import { rowPlace } from "@/components/data-table/row-place";
import { cellRole, rowRole } from "@/components/data-table/row-roles";
import { SelectBox } from "@/components/data-table/select-box";

type Props<Row> = {
  row: Row;
  index: number;
  columns: readonly PlacedColumn<Row>[];
  href: string | undefined;
  selected: boolean;
  /** What the box at its front is called: "Select Contoso". */
  selectLabel: string;
  /** Rows are entries of a list there: they have to say that they are rows, and each is as high as it is found to be. */
  phone: boolean;
  measure: Ref<HTMLTableRowElement> | undefined;
};

/** One row of a ListTable. Presses are heard by the table, so rows that only scroll are not drawn again. */
function Row<Row>({ row, index, columns, href, selected, selectLabel, phone, measure }: Props<Row>) {
  return (
    <tr
      {...(phone ? rowRole : undefined)}
      {...rowPlace(index)}
      ref={measure}
      data-index={measure && index}
      className={`dt-row dt-live dt-entry${href ? " dt-opens" : ""}${selected ? " dt-selected" : ""}`}
    >
      <td {...(phone ? cellRole : undefined)} className="dt-lead">
        <SelectBox label={selectLabel} checked={selected} />
      </td>
      <RowCells row={row} columns={columns} href={href} withRoles={phone} />
    </tr>
  );
}

export const ListRow = memo(Row) as typeof Row;
