import { describe, expect, it } from "vitest";
import type { SelectionControl } from "@/components/data-table/use-selection";
import { render } from "@/components/testing/render";
import { SelectionBar } from "./selection-bar";

type Row = { id: string };
const nothing = () => {};

function bar({
  chosen,
  count = chosen,
  loaded = 150,
  total = 2000,
}: Record<string, number> & { chosen: number }) {
  const rows = Array.from({ length: chosen }, (_, index): Row => ({ id: `${index}` }));
  const selection: SelectionControl<Row> = {
    count,
    matching: count > chosen,
    rows,
    ids: rows.map(({ id }) => id),
    has: () => true,
    toggle: nothing,
    selectLoaded: nothing,
    selectMatching: nothing,
    clear: nothing,
  };
  return render(
    <SelectionBar
      selection={selection}
      total={total}
      loaded={loaded}
      rowHref={(row) => `/orders/${row.id}`}
      csvHref={(ids) => `/csv?ids=${ids ? ids.join(",") : "all"}`}
      money={(counted) => `money of ${counted.length}`}
    />,
  );
}

describe("the bar of a selection", () => {
  it("is not there while nothing is chosen", () => {
    expect(bar({ chosen: 0 })).toBe("");
  });

  it("says how many rows are chosen, what they come to, and gives exactly these as a file", () => {
    const html = bar({ chosen: 2 });
    expect(html).toContain("2 selected");
    expect(html).toContain("money of 2");
    expect(html).toContain('href="/csv?ids=0,1"');
    expect(html).not.toContain("that match");
  });

  it("offers all matches once all loaded rows are chosen", () => {
    expect(bar({ chosen: 150 })).toContain("Select all 2,000 that match");
    expect(bar({ chosen: 150, total: 150 })).not.toContain("that match");
  });

  it("never adds up only the loaded part of all matches", () => {
    const html = bar({ chosen: 150, count: 2000 });
    expect(html).toContain("All 2,000 that match are selected");
    expect(html).not.toContain("money of");
    expect(html).toContain('href="/csv?ids=all"');
  });

  it("says why more than 500 rows chosen one by one make no file", () => {
    expect(bar({ chosen: 501, loaded: 600 })).toContain("At most 500 rows");
  });
});
