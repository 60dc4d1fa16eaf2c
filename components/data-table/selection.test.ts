import { describe, expect, it } from "vitest";
import {
  allLoaded,
  allMatching,
  isSelected,
  noSelection,
  ranged,
  renewed,
  type Selection,
  toggled,
} from "@/components/data-table/selection";

type Row = { id: string; seats: number };
const row = (id: string, seats = 1): Row => ({ id, seats });
const rows = ["a", "b", "c", "d", "e"].map((id) => row(id));
const loaded = { rows, getRowId: (each: Row) => each.id, question: "q" };
const at = (index: number) => rows[index] ?? row("none");
const ids = (selection: Selection<Row>) => [...selection.rows.keys()].sort().join("");

describe("a selection", () => {
  it("takes a row on and off", () => {
    const one = toggled(noSelection<Row>(), loaded, at(1));
    expect(ids(one)).toBe("b");
    expect(ids(toggled(one, loaded, at(1)))).toBe("");
  });

  it("reaches from the last touched row to this one, in either direction", () => {
    const start = toggled(noSelection<Row>(), loaded, at(3));
    expect(ids(ranged(start, loaded, at(1)))).toBe("bcd");
    expect(ids(ranged(start, loaded, at(4)))).toBe("de");
  });

  it("takes a range off when the last touched row was taken off", () => {
    const all = allLoaded(noSelection<Row>(), loaded);
    const less = toggled(all, loaded, at(1));
    expect(ids(ranged(less, loaded, at(3)))).toBe("ae");
  });

  it("starts anew where the last touched row is not on the page any more", () => {
    const elsewhere = toggled(noSelection<Row>(), { ...loaded, rows: [row("z")] }, row("z"));
    expect(ids(ranged(elsewhere, loaded, at(2)))).toBe("cz");
  });

  it("outlives another sort and another filter", () => {
    const chosen = toggled(noSelection<Row>(), loaded, at(0));
    const other = { rows: [row("x")], getRowId: loaded.getRowId, question: "other" };
    expect(ids(toggled(chosen, other, row("x")))).toBe("ax");
  });

  it("of all matches counts for its question only", () => {
    const all = allMatching<Row>("q");
    expect(isSelected(all, "q", "never seen")).toBe(true);
    expect(isSelected(all, "other", "a")).toBe(false);
  });

  it("of all matches becomes one of the seen rows when one of them is taken off", () => {
    const rest = toggled(allMatching<Row>("q"), loaded, at(0));
    expect(rest.matching).toBeNull();
    expect(ids(rest)).toBe("bcde");
  });

  it("shows a chosen row as it was last read", () => {
    const chosen = toggled(noSelection<Row>(), loaded, at(0));
    const newer = { ...loaded, rows: [row("a", 25)] };
    expect(renewed(chosen, newer)).toEqual([row("a", 25)]);
    expect(renewed(chosen, { ...loaded, rows: [] })).toEqual([row("a", 1)]);
  });
});
