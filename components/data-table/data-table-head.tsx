"use client";

import type { ReactNode } from "react";
import { type DataColumn, nextSort, type Sort } from "@/components/data-table/columns";
import { groupRole, headRole, rowRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";

export type HeadProps<Row> = {
  /** The shown ones, in order. */
  columns: readonly DataColumn<Row>[];
  sort: Sort | null;
  onSortChange?: ((sort: Sort | null) => void) | undefined;
  /** In front of the columns: the choice of all rows. */
  lead?: ReactNode;
};

/** The place of a header cell: sticks to the top of the page, or of the region that scrolls. */
export const headCellClass =
  "sticky top-(--table-top,0px) z-10 border-b border-line bg-surface-0 px-3 py-1.5 align-bottom text-caption font-medium whitespace-nowrap text-2 group-data-overflows/scroll:top-0";

function HeadCell<Row>({
  column,
  first,
  sort,
  onSortChange,
}: {
  column: DataColumn<Row>;
  first: boolean;
} & Pick<HeadProps<Row>, "sort" | "onSortChange">) {
  const sorted = sort?.id === column.id ? (sort.desc ? "desc" : "asc") : null;
  const down = (sorted ?? (column.descFirst ? "desc" : "asc")) === "desc";
  const end = column.align === "end";
  const words = (
    <span className="min-w-0">
      {column.header}
      {column.note && <span className="block font-normal text-3">{column.note}</span>}
    </span>
  );
  return (
    <th
      {...headRole}
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
      className={cn(
        headCellClass,
        end ? "text-right" : "text-left",
        first &&
          "left-(--lead,0px) z-20 group-data-scrolled/scroll:border-r group-data-scrolled/scroll:border-r-line sm:pl-2",
        column.width,
      )}
    >
      {column.sortable && onSortChange ? (
        <button
          type="button"
          onClick={() => onSortChange(nextSort(column, sort))}
          className={cn(
            "group/sort inline-flex min-h-6 max-w-full items-end gap-1 rounded-sm text-left hover:text-1",
            end && "flex-row-reverse text-right",
            sorted && "text-1",
          )}
        >
          {words}
          <Icon
            name={down ? "icon-arrow-down" : "icon-arrow-up"}
            className={cn(
              "mb-0.5 size-3",
              !sorted && "opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60",
            )}
          />
        </button>
      ) : (
        <span className="inline-flex min-h-6 items-end">{words}</span>
      )}
    </th>
  );
}

/** The header row: sorts where the server can. On a phone it is only read out. */
export function DataTableHead<Row>({ columns, sort, onSortChange, lead }: HeadProps<Row>) {
  return (
    <thead {...groupRole} className="max-sm:sr-only">
      <tr {...rowRole} aria-rowindex={lead ? 1 : undefined}>
        {lead}
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            column={column}
            first={index === 0}
            sort={sort}
            onSortChange={onSortChange}
          />
        ))}
      </tr>
    </thead>
  );
}
