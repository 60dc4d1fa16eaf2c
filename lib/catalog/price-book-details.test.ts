import { describe, expect, it } from "vitest";
import { quantityLimits, readDetail, unitOf } from "./price-book-details";

describe("price book details", () => {
  it("finds a value whatever the spelling of its key", () => {
    expect(readDetail({ mfg_part_number: " A:1 " }, "MfgPartNumber")).toBe("A:1");
    expect(readDetail({ "Term Duration": "P1Y" }, "TermDuration")).toBe("P1Y");
  });

  it("takes an empty value for a missing one", () => {
    expect(readDetail({ MinQuantity: " " }, "MinQuantity")).toBeNull();
  });

  it.each([
    [{}, 1, null],
    [{ MinQuantity: "0", MaxQuantity: "0" }, 1, null],
    [{ MinQuantity: "5", MaxQuantity: "300" }, 5, 300],
    [{ MinQuantity: "5", MaxQuantity: "3" }, 5, null],
    [{ MinQuantity: "-3", MaxQuantity: "many" }, 1, null],
    [{ MinQuantity: "1.5" }, 1, null],
  ])("reads the limits of %j", (details: Record<string, string>, minQuantity, maxQuantity) => {
    expect(quantityLimits(details)).toEqual({ minQuantity, maxQuantity });
  });

  it.each([
    [{ UnitOfMeasure: "Licenses" }, true, "seat"],
    [{ UnitOfMeasure: "Devices" }, true, "unit"],
    [{}, true, "seat"],
    [{}, false, "unit"],
    [{ UnitOfMeasure: "Licenses" }, false, "unit"],
  ])("takes the unit of %j for what it is", (details: Record<string, string>, isRecurring, unit) => {
    expect(unitOf(details, isRecurring).unit).toBe(unit);
  });
});
