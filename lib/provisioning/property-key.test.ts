import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isUsableName, toPropertyKey } from "./property-key";

// Hundreds of made-up cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("toPropertyKey", () => {
  it.each(["domainName", "agreementDateAgreed", "a", "x-y", "snake_case"])(
    "keeps the ordinary name %s",
    (name) => {
      expect(toPropertyKey(name)).toBe(name);
    },
  );

  it.each([
    "__proto__",
    "constructor",
    "toString",
    "42",
    "a b",
    "a.b",
    "a[0]",
    "é",
    "attribute-x",
    "a__error",
  ])("gives %s a key that is nobody's trap", (name) => {
    const key = toPropertyKey(name);
    expect(key).toMatch(/^attribute-[A-Za-z0-9-]+$/);
    expect(key in {}).toBe(false);
  });

  it("stays short for the longest name", () => {
    const keys = ["n".repeat(10_000), "é".repeat(10_000), `${"n".repeat(9_999)}m`].map(toPropertyKey);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(120);
  });

  it("never gives two names the same key", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("a b", "attribute-a-20-b", "a-20-b", "é", "e9"),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(one !== other && isUsableName(one) && isUsableName(other));
        expect(toPropertyKey(one)).not.toBe(toPropertyKey(other));
      }),
    );
  });
});

describe("isUsableName", () => {
  it.each(["", "  ", "\ud800", 7, null])("refuses %j", (name) => {
    expect(isUsableName(name)).toBe(false);
  });
});
