import type { ReactNode } from "react";

/** One column of a table. Give the list of them a stable identity (module scope or useMemo). */
export type DataColumn<Row> = {
  id: string;
  header: string;
  /** Said once under the header for the whole column: "per month, excl. tax". */
  note?: string;
  /** One element or text: on a phone it stands beside the column's name. */
  cell: (row: Row) => ReactNode;
  /** "end" for numbers. */
  align?: "start" | "end";
  /** The server can sort by it; `sort` and `onSortChange` of the table carry it. */
  sortable?: boolean;
  /** Starts with the largest: amounts and dates. */
  descFirst?: boolean;
  /** A width class, "w-40", in a DataTable. The first column takes what is left. */
  width?: string;
  /** Pixels, in a ListTable: there the columns keep their widths while rows come and go. 160 without. */
  size?: number;
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

export type Sort = { id: string; desc: boolean };

const DEFAULT_SIZE_PX = 160;

export function columnSize({ size = DEFAULT_SIZE_PX }: Pick<DataColumn<never>, "size">): number {
  return size;
}

/** A column, and what all of its cells share. */
export type PlacedColumn<Row> = DataColumn<Row> & {
  /** Where a cell stands: in its column, or on a phone in its place within the entry. Its looks are in data-table.css. */
  cellClass: string;
};

/** Columns in the order in which they are shown. */
export function placeColumns<Row>(columns: readonly DataColumn<Row>[]): PlacedColumn<Row>[] {
  return columns.map((column, index) => {
    const first = index === 0;
    const phone = column.phone ?? (first ? "title" : "line");
    const classes = ["dt-cell", column.align === "end" && "dt-end", first && "dt-first", `dt-${phone}`];
    return { ...column, cellClass: classes.filter(Boolean).join(" ") };
  });
}

type NameProperty = `--name-${number}`;

/**
 * The columns' names as properties of the table, by the place of a cell in its row: on a phone a cell begins with the name of
 * its column. Said in each cell they were a tenth of what a page of rows says. `before`: cells in front of the columns.
 */
export function columnNames(
  columns: readonly Pick<DataColumn<never>, "header">[],
  before: number,
): Record<NameProperty, string> {
  const names: Record<NameProperty, string> = {};
  for (const [index, { header }] of columns.entries()) {
    names[`--name-${before + index + 1}`] = JSON.stringify(header);
  }
  return names;
}

type Known = Pick<DataColumn<never>, "id" | "hideable" | "defaultHidden">;

/**
 * The columns to show, in order. `chosen` are ids (null is the table's own choice); unknown ones are ignored, the first
 * column stays first, and a column that can't be put away is put back at the end.
 */
export function shownColumns<Column extends Known>(
  columns: readonly Column[],
  chosen: readonly string[] | null,
): Column[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  if (!chosen) return [first, ...rest.filter(({ defaultHidden }) => !defaultHidden)];
  const picked = [...new Set(chosen)].flatMap((id) => rest.find((column) => column.id === id) ?? []);
  const fixed = rest.filter((column) => column.hideable === false && !picked.includes(column));
  return [first, ...picked, ...fixed];
}

/** The order after a press on the header of `column`: its own first direction, then the other, then back again. */
export function nextSort(column: Pick<DataColumn<never>, "id" | "descFirst">, sort: Sort | null): Sort {
  const first = column.descFirst ?? false;
  return { id: column.id, desc: sort?.id === column.id ? !sort.desc : first };
}
