import { describe, expect, it } from "vitest";
import type { DataColumn } from "@/components/data-table/columns";
import { DataTable, type DataTableProps } from "@/components/data-table/data-table";
import { render } from "@/components/testing/render";

type Row = { id: string; name: string; seats: number };
const columns: DataColumn<Row>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, sortable: true },
  { id: "seats", header: "Seats", cell: (row) => row.seats, align: "end", sortable: true },
  { id: "note", header: "Note", cell: () => "a note", defaultHidden: true },
];
const rows: Row[] = [
  { id: "1", name: "Contoso", seats: 25 },
  { id: "2", name: "Fabrikam", seats: 3 },
];

function table(props: Partial<DataTableProps<Row>> = {}): string {
  return render(
    <DataTable
      label="Customers"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => `/customers/${row.id}`}
      empty={<p>No customers yet</p>}
      {...props}
    />,
  );
}
const count = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length;

describe("DataTable", () => {
  it("names itself and gives every row one real link", () => {
    const html = table();
    expect(html).toMatch(/<table[^>]*aria-label="Customers"/);
    expect(count(html, /data-row-link=""/g)).toBe(2);
    expect(html).toMatch(/<a[^>]*href="\/customers\/1"[^>]*>Contoso<\/a>/);
  });

  it("keeps the order of the server", () => {
    const html = table({ sort: { id: "name", desc: true }, onSortChange: () => {} });
    expect(html.indexOf("Contoso")).toBeLessThan(html.indexOf("Fabrikam"));
  });

  it("says which column the server sorted by, and offers sorting only where there is somebody to sort", () => {
    const html = table({ sort: { id: "seats", desc: true }, onSortChange: () => {} });
    expect(html).toMatch(/<th[^>]*aria-sort="descending"[^>]*>.*?Seats/);
    expect(count(html, /aria-sort=/g)).toBe(1);
    expect(table()).not.toMatch(/<th[^>]*><button/);
  });

  it("holds the place of rows that are still being read", () => {
    const html = table({ loading: true, skeletonRows: 4, rows: [] });
    expect(html).toContain('aria-busy="true"');
    expect(count(html, /<tr/g)).toBe(5);
    expect(html).not.toContain("No customers yet");
  });

  it("keeps the old rows while newer ones are read", () => {
    const html = table({ refreshing: true });
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain("Contoso");
  });

  it("shows what to do first where there are no rows", () => {
    const html = table({ rows: [] });
    expect(html).toContain("No customers yet");
    expect(html).not.toContain("<table");
  });

  it("leaves out a column that is put away by default", () => {
    expect(table()).not.toContain("a note");
  });
});
