import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { columnNames, nextSort, shownColumns } from "@/components/data-table/columns";

const columns = [
  { id: "name" },
  { id: "status", hideable: false },
  { id: "seats" },
  { id: "note", defaultHidden: true },
];
const ids = (chosen: string[] | null) => shownColumns(columns, chosen).map(({ id }) => id);

describe("shownColumns", () => {
  it("starts with the table's own choice", () => {
    expect(ids(null)).toEqual(["name", "status", "seats"]);
  });

  it("keeps the chosen order behind the first column", () => {
    expect(ids(["note", "seats", "status"])).toEqual(["name", "note", "seats", "status"]);
  });

  it("never loses a column that can't be put away, nor knows one that is gone", () => {
    expect(ids(["seats", "gone", "seats"])).toEqual(["name", "seats", "status"]);
  });
});

describe("columnNames", () => {
  it("gives each cell the name of its column as a text of CSS", () => {
    expect(columnNames([{ header: "Order" }, { header: 'What "it" is' }], 1)).toEqual({
      "--name-2": '"Order"',
      "--name-3": '"What \\"it\\" is"',
    });
  });

  it("is known to the style sheet for every cell, in more columns than any table has", () => {
    const css = readFileSync("components/data-table/data-table.css", "utf8");
    const known = [...css.matchAll(/nth-child\((\d+)\) \{\s*--name: var\(--name-\1\)/g)].map(([, n]) =>
      Number(n),
    );
    expect(known).toEqual(Array.from({ length: 15 }, (_, index) => index + 2));
  });
});

describe("nextSort", () => {
  it("starts with the column's own direction and turns it round after that", () => {
    const created = { id: "created", descFirst: true };
    expect(nextSort(created, null)).toEqual({ id: "created", desc: true });
    expect(nextSort(created, { id: "created", desc: true })).toEqual({ id: "created", desc: false });
    expect(nextSort({ id: "name" }, { id: "created", desc: true })).toEqual({ id: "name", desc: false });
  });
});
