import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowHash } from "./row-hash";

/** The same value with the keys of its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe("the hash of a row", () => {
  test("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(rowHash(reversed(value))).toBe(rowHash(value));
      }),
    );
  });

  test("is different for different values", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        fc.pre(JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)));
        expect(rowHash(one)).not.toBe(rowHash(other));
      }),
    );
  });

  test.each([
    [["a", "b"], ["ab"]],
    [{ a: "1" }, { a: 1 }],
    [{ a: null }, { a: "n" }],
    [{ a: { b: 1 } }, { a: [["b", 1]] }],
    [[[1], 2], [[1, 2]]],
    [{ ab: "c" }, { a: "bc" }],
    [
      [12, 3],
      [1, 23],
    ],
    [[true], ["true"]],
  ])("tells %j from %j", (one, other) => {
    expect(rowHash(one)).not.toBe(rowHash(other));
  });

  test("counts an undefined field as absent, as JSON does", () => {
    expect(rowHash({ a: 1, b: undefined })).toBe(rowHash({ a: 1 }));
  });
});

function sorted(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [`k:${key}`, sorted(inner)]);
}
