import { describe, expect, it } from "vitest";
import { normaliseTerm, termLengthDays, termOf, termOfPartNumber } from "./term";

const phase = (type: string, unit: string | null, count: number | null, unlimited = false) => ({
  type,
  duration: unit === null ? null : { unit, count, unlimited },
  fixedPrices: [],
  recurringPrices: [],
  usageIds: [],
});

describe("term", () => {
  it.each([
    ["P1M", "P1M"],
    ["p3y", "P3Y"],
    ["P12M", "P1Y"],
    ["P36M", "P3Y"],
    ["P14D", "P2W"],
    ["P0M", null],
    ["PT0S", null],
    ["Monthly", null],
    ["P1Y2M", null],
    ["", null],
    [null, null],
  ])("reads %j as %j", (text, expected) => {
    expect(normaliseTerm(text)).toBe(expected);
  });

  it.each([
    ["CFQ7TTC0LH18:0001:P1Y:Y", "P1Y"],
    ["CFQ7TTC0LF8Q:0001:P1M:M", "P1M"],
    ["NL,CFQ7TTC0LDPB,0001", null],
    ["a:b", null],
    [null, null],
  ])("finds the term in part number %j", (partNumber, expected) => {
    expect(termOfPartNumber(partNumber)).toBe(expected);
  });

  it("believes the price book before the part number before the last phase", () => {
    const phases = [phase("TRIAL_PHASE", "DAY", 30), phase("FIXED_PHASE", "YEAR", 3)];
    const mfgPartNumber = "A:1:P1Y:Y";
    expect(termOf({ priceBookTerm: "P1M", mfgPartNumber, phases })).toBe("P1M");
    expect(termOf({ priceBookTerm: null, mfgPartNumber, phases })).toBe("P1Y");
    expect(termOf({ priceBookTerm: "Yearly", mfgPartNumber: "X-1", phases })).toBe("P3Y");
  });

  it("takes no term from a phase without end, or from a trial", () => {
    const of = (last: ReturnType<typeof phase>) =>
      termOf({ priceBookTerm: null, mfgPartNumber: null, phases: [last] });
    expect(of(phase("UNLIMITED_PHASE", null, null))).toBeNull();
    expect(of(phase("FIXED_PHASE", "MONTH", 12, true))).toBeNull();
    expect(of(phase("TRIAL_PHASE", "DAY", 30))).toBeNull();
    expect(of(phase("FIXED_PHASE", "QUARTER", 1))).toBe("P3M");
  });

  it("orders terms by length", () => {
    const terms = ["P3Y", null, "P1M", "P1Y", "P1W"];
    expect(terms.sort((one, other) => termLengthDays(one) - termLengthDays(other))).toEqual([
      null,
      "P1W",
      "P1M",
      "P1Y",
      "P3Y",
    ]);
  });
});
