"use client";

import type { PlacedColumn } from "@/components/data-table/columns";
import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-40", "w-28", "w-36", "w-24"];

/** A row that holds the place, and the height, of one that is being read. */
export function SkeletonRow<Row>({
  columns,
  index,
  withLead = false,
}: {
  columns: readonly PlacedColumn<Row>[];
  index: number;
  withLead?: boolean;
}) {
  return (
    <tr className="dt-row">
      {withLead && <td className="border-line max-sm:hidden sm:border-b" />}
      {columns.map(({ id, align, cellClass }, place) => (
        <td key={id} className={cellClass}>
          <Skeleton
            className={`max-w-full ${place === 0 ? widths[index % widths.length] : "w-20"} ${align === "end" ? "sm:ml-auto" : ""}`}
          />
        </td>
      ))}
    </tr>
  );
}

/** Several of them, for the first load. */
export function SkeletonRows<Row>({
  columns,
  count,
  withLead = false,
}: {
  columns: readonly PlacedColumn<Row>[];
  count: number;
  withLead?: boolean;
}) {
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
    <SkeletonRow key={index} columns={columns} index={index} withLead={withLead} />
  ));
}
