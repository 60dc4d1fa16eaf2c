"use client";

import type { Header, ReactTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Features } from "@/components/data-table/columns";
import { groupRole, headRole, rowRole } from "@/components/data-table/row-roles";
import { cn } from "@/components/ui/cn";

function HeadCell<Row extends object>({ header, first }: { header: Header<Features, Row>; first: boolean }) {
  const { column } = header;
  const meta = column.columnDef.meta;
  const sorted = column.getIsSorted();
  const Arrow = sorted === "desc" || (!sorted && column.columnDef.sortDescFirst) ? ArrowDown : ArrowUp;
  const words = (
    <span>
      {meta?.label}
      {meta?.note && <span className="block font-normal text-3">{meta.note}</span>}
    </span>
  );
  return (
    <th
      {...headRole}
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
      className={cn(
        "sticky top-(--table-top,0px) z-10 border-b border-line bg-surface-0 px-3 py-1.5 align-bottom text-caption font-medium whitespace-nowrap text-2 group-data-overflows/scroll:top-0",
        meta?.align === "end" ? "text-right" : "text-left",
        first &&
          "left-0 z-20 group-data-scrolled/scroll:border-r group-data-scrolled/scroll:border-r-line sm:pl-2",
        meta?.width,
      )}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          onClick={column.getToggleSortingHandler()}
          className={cn(
            "group/sort inline-flex min-h-6 items-end gap-1 rounded-sm text-left hover:text-1",
            meta?.align === "end" && "flex-row-reverse text-right",
            sorted && "text-1",
          )}
        >
          {words}
          <Arrow
            aria-hidden="true"
            className={cn(
              "mb-0.5 size-3 shrink-0",
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

/** The header row: sticks to the top of the page, sorts where the server can. On a phone it is only read out. */
export function DataTableHead<Row extends object>({ table }: { table: ReactTable<Features, Row> }) {
  return (
    <thead {...groupRole} className="max-sm:sr-only">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} {...rowRole}>
          {group.headers.map((header, index) => (
            <HeadCell key={header.id} header={header} first={index === 0} />
          ))}
        </tr>
      ))}
    </thead>
  );
}
