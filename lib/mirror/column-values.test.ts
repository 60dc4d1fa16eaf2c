import { describe, expect, test } from "vitest";
import { integerColumn, searchColumn, timeColumn } from "./column-values";

describe("what a column takes", () => {
  test("a number that does not fit is unknown, not an error", () => {
    expect(integerColumn(2_147_483_647)).toBe(2_147_483_647);
    expect(integerColumn(2_147_483_648)).toBeNull();
    expect(integerColumn(null)).toBeNull();
  });

  test("a time before the year 1 and after 9999 is unknown", () => {
    expect(timeColumn("9999-12-31T23:59:59.000Z")).toBe("9999-12-31T23:59:59.000Z");
    expect(timeColumn("+010000-01-01T04:59:59.000Z")).toBeNull();
    expect(timeColumn("0000-01-01T00:00:00.000Z")).toBeNull();
    expect(timeColumn(null)).toBeNull();
  });

  test("search text holds each part once, folded, and never runs one into the next", () => {
    expect(searchColumn(["Café  Øst", null, "ÇA", "cafe ost", " "])).toBe("cafe ost\nca");
  });
});
