import { describe, expect, it } from "vitest";
import type { DataColumn } from "@/components/data-table/columns";
import { ListTable, type ListTableProps } from "@/components/data-table/list-table";
import type { SelectionControl } from "@/components/data-table/use-selection";
import { render } from "@/components/testing/render";

type Row = { id: string; name: string };
const columns: DataColumn<Row>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, sortable: true, size: 300 },
  { id: "id", header: "Number", cell: (row) => row.id, align: "end", sortable: true, size: 100 },
];
const rows = Array.from({ length: 500 }, (_, index): Row => ({ id: `${index}`, name: `Customer ${index}` }));
const nothing = () => {};

function selecting(ids: readonly string[]): SelectionControl<Row> {
  return {
    count: ids.length,
    matching: false,
    rows: [],
    ids,
    has: (id) => ids.includes(id),
    toggle: nothing,
    selectLoaded: nothing,
    selectMatching: nothing,
    clear: nothing,
  };
}

function list(props: Partial<ListTableProps<Row>> = {}): string {
  return render(
    <ListTable
      label="Customers"
      columns={columns}
      layout={{ density: "comfortable", columns: null, setDensity: nothing, setColumns: nothing }}
      rows={rows}
      total={1204}
      getRowId={(row) => row.id}
      rowHref={(row) => `/customers/${row.id}`}
      rowName={(row) => row.name}
      question="{}"
      sort={{ id: "name", desc: false }}
      onSortChange={nothing}
      selection={selecting([])}
      hasMore
      onMore={nothing}
      moreFailed={false}
      refreshing={false}
      {...props}
    />,
  );
}
const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

describe("ListTable", () => {
  it("draws the rows near the eye only, and tells assistive technology of all", () => {
    const html = list();
    // Nineteen rows of 36 px fill a usual screen.
    expect(count(html, /data-row-link=""/g)).toBe(19);
    expect(html).toContain('aria-rowcount="1205"');
    expect(html).toMatch(/aria-rowindex="2"[^>]*>.*Customer 0</);
  });

  it("keeps room for the rows that are not drawn, and for the next ones", () => {
    const heights = [...list().matchAll(/<td role="presentation"[^>]*height:(\d+)px/g)];
    const drawn = count(list(), /data-row-link=""/g);
    expect(Number(heights.at(-1)?.[1])).toBe((rows.length + 12 - drawn) * 36);
  });

  it("names the box of each row by its row, and shows which are chosen", () => {
    const html = list({ selection: selecting(["0"]) });
    expect(html).toMatch(/aria-label="Select Customer 0"[^>]*checked=""/);
    expect(html).not.toMatch(/aria-label="Select Customer 1"[^>]*checked=""/);
  });

  it("says by which column the rows are sorted", () => {
    expect(list()).toMatch(/<th[^>]*aria-sort="ascending"[^>]*>.*?Name/);
  });

  it("says that the next rows did not come, and offers another try", () => {
    const html = list({ moreFailed: true });
    expect(html).toMatch(/role="alert"[^>]*>The next rows did not come\./);
    expect(html).toContain("Try again");
  });
});
