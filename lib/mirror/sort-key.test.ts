import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortKey } from "./sort-key";

const sorted = (names: string[]) =>
  names.toSorted((one, other) => {
    const [a, b] = [Buffer.from(sortKey(one)), Buffer.from(sortKey(other))];
    return Buffer.compare(a, b);
  });

describe("the key names are sorted by", () => {
  test("puts numbers in their order, and letters without case and accents", () => {
    expect(sorted(["Plan 10", "plan 9", "Zulu", "Ångström", "azure"])).toEqual([
      "Ångström",
      "azure",
      "plan 9",
      "Plan 10",
      "Zulu",
    ]);
  });

  test("is the same for names that differ in case and spacing only", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abc 019éÉ") }), (name) => {
        expect(sortKey(`  ${name.toUpperCase()} `)).toBe(sortKey(name.toLowerCase()));
      }),
    );
  });
});
