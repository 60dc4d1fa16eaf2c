import {
  type ColumnDef,
  columnVisibilityFeature,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";

/** One column of a DataTable. Give the list of them a stable identity (module scope or useMemo). */
export type DataColumn<Row> = {
  id: string;
  header: string;
  /** Said once under the header for the whole column: "per month, excl. tax". */
  note?: string;
  cell: (row: Row) => ReactNode;
  /** "end" for numbers. */
  align?: "start" | "end";
  /** The server can sort by it; `sort` and `onSortChange` of the table carry it. */
  sortable?: boolean;
  /** Starts with the largest: amounts and dates. */
  descFirst?: boolean;
  /** A width class, "w-40". The first column takes what is left. */
  width?: string;
  /**
   * Where the cell goes when the row becomes an entry of a list on a phone: the title (the first column), aside at the
   * right of it (a state, an amount), a labelled line under it, or nowhere.
   */
  phone?: "title" | "aside" | "line" | "hidden";
  /** False for a column that can't be put away. The first one never can. */
  hideable?: boolean;
  /** Put away until somebody asks for it. */
  defaultHidden?: boolean;
};

type Meta = Required<Pick<DataColumn<never>, "align" | "phone">> & {
  label: string;
  note: string | undefined;
  width: string | undefined;
};

/** What the table can do by itself; sorting and filtering are the server's. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<Meta>(),
});
export type Features = typeof features;

/** Our columns in the words of the table library. */
export function toColumnDefs<Row extends object>(
  columns: readonly DataColumn<Row>[],
): ColumnDef<Features, Row>[] {
  return columns.map((column, index) => ({
    id: column.id,
    // Sorting is only offered for columns with a value; the value itself is never looked at.
    accessorFn: () => null,
    header: column.header,
    cell: ({ row }) => column.cell(row.original),
    enableSorting: column.sortable ?? false,
    sortDescFirst: column.descFirst ?? false,
    enableHiding: index > 0 && column.hideable !== false,
    meta: {
      label: column.header,
      note: column.note,
      align: column.align ?? "start",
      width: column.width,
      phone: column.phone ?? (index === 0 ? "title" : "line"),
    },
  }));
}
