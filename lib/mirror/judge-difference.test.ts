import { describe, expect, test } from "vitest";
import { judgeDifference } from "./judge-difference";

const quiet = { known: 1000, met: 1000, missing: 0, fields: [] };

describe("a difference is believed", () => {
  test("when a fifth of the rows is missing, but not when it is one more", () => {
    expect(judgeDifference({ ...quiet, met: 800, missing: 200 }).plausible).toBe(true);
    expect(judgeDifference({ ...quiet, met: 799, missing: 201 })).toEqual({
      plausible: false,
      missing: true,
      fields: [],
    });
  });

  test("when a column changes on half of the rows met, but not when it is one more", () => {
    const changed = (rows: number) => ({
      ...quiet,
      met: 900,
      missing: 100,
      fields: [
        { field: "name", rows: 3 },
        { field: "status", rows },
      ],
    });
    expect(judgeDifference(changed(450)).plausible).toBe(true);
    expect(judgeDifference(changed(451))).toEqual({ plausible: false, missing: false, fields: ["status"] });
  });

  test("when few rows are concerned, whatever their share", () => {
    expect(judgeDifference({ known: 19, met: 0, missing: 19, fields: [] }).plausible).toBe(true);
    expect(judgeDifference({ known: 20, met: 0, missing: 20, fields: [] }).plausible).toBe(false);
    expect(
      judgeDifference({ known: 19, met: 19, missing: 0, fields: [{ field: "name", rows: 19 }] }).plausible,
    ).toBe(true);
  });

  test("when an empty mirror meets an empty list", () => {
    expect(judgeDifference({ known: 0, met: 0, missing: 0, fields: [] }).plausible).toBe(true);
  });
});
