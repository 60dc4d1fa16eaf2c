"use client";

import type { ReactTable } from "@tanstack/react-table";
import type { Features } from "@/components/data-table/columns";
import { cellClass, rowClass } from "@/components/data-table/data-table-row";
import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-40", "w-28", "w-36", "w-24"];

/** Rows that hold the place, and the height, of those that are being read. */
export function SkeletonRows<Row extends object>({
  table,
  count,
}: {
  table: ReactTable<Features, Row>;
  count: number;
}) {
  const columns = table.getVisibleLeafColumns();
  return Array.from({ length: count }, (_, row) => (
    <tr
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
      key={row}
      className={rowClass}
    >
      {columns.map((column, index) => {
        const { align, phone } = column.columnDef.meta ?? {};
        return (
          <td key={column.id} className={cellClass({ align, phone, first: index === 0 })}>
            <Skeleton
              className={`max-w-full ${index === 0 ? widths[row % widths.length] : "w-20"} ${align === "end" ? "sm:ml-auto" : ""}`}
            />
          </td>
        );
      })}
    </tr>
  ));
}
