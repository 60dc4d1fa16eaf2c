import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstEndingAfter, inclusiveRange, RowHeights } from "@/components/data-table/row-heights";

describe("row heights", () => {
  it("find the row at any offset, whatever the heights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
        fc.nat(5000),
        (sizes, offset) => {
          const heights = RowHeights.of(sizes.length, (index) => sizes[index] ?? 0);
          let end = 0;
          const slow = sizes.findIndex((size) => {
            end += size;
            return end > offset;
          });
          expect(firstEndingAfter(heights, offset)).toBe(slow < 0 ? sizes.length - 1 : slow);
          expect(heights.total).toBe(sizes.reduce((sum, size) => sum + size, 0));
        },
      ),
    );
  });

  it("of one height are counted, not added up", () => {
    const heights = RowHeights.same(100_000, 36);
    expect(heights.total).toBe(3_600_000);
    expect(firstEndingAfter(heights, 36 * 70_000 + 1)).toBe(70_000);
    expect(firstEndingAfter(heights, 1e12)).toBe(99_999);
  });

  it("of no rows are nothing", () => {
    expect(firstEndingAfter(RowHeights.same(0, 36), 50)).toBe(0);
    expect(inclusiveRange(0, -1, -1)).toEqual([]);
  });
});

describe("the rows in the page", () => {
  it("keep the active one at its place", () => {
    expect(inclusiveRange(3, 5, -1)).toEqual([3, 4, 5]);
    expect(inclusiveRange(3, 5, 4)).toEqual([3, 4, 5]);
    expect(inclusiveRange(3, 5, 0)).toEqual([0, 3, 4, 5]);
    expect(inclusiveRange(3, 5, 9)).toEqual([3, 4, 5, 9]);
  });
});
