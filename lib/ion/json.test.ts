import fc from "fast-check";
import { LosslessNumber } from "lossless-json";
import { describe, expect, it } from "vitest";
import { isRecord, parseAnswer, parseLossless, toPlain } from "./json";

describe("parseLossless", () => {
  it("keeps the digits of a number as they stand in the text", () => {
    const parsed = parseLossless('{"total":621.9270629882812,"id":12345678901234567890,"price":1.10}');
    expect(parsed).toEqual({
      total: new LosslessNumber("621.9270629882812"),
      id: new LosslessNumber("12345678901234567890"),
      price: new LosslessNumber("1.10"),
    });
  });

  it("takes the last of a repeated key, as JSON.parse does", () => {
    expect(toPlain(parseLossless('{"a":1,"a":2}'))).toEqual({ a: 2 });
  });

  it.each(["", "<html>", "{", '{"a":}', "undefined", '{"a":1} trailing'])("refuses %j", (text) => {
    expect(() => parseLossless(text)).toThrow();
  });
});

describe("parseAnswer", () => {
  it("reads numbers that a double holds to the digit as numbers", () => {
    expect(parseAnswer('{"total":621.9270629882812,"count":-3,"list":[0,1.5]}')).toEqual({
      total: 621.9270629882812,
      count: -3,
      list: [0, 1.5],
    });
  });

  it.each([
    "12345678901234567890",
    "9007199254740993",
    "1.10",
    "-0",
    "1e3",
    "1E999",
    "0.1234567890123456789",
    "100.0",
    "-12.50",
  ])("keeps the digits of %s, in an object, in a list and on their own lines", (digits) => {
    for (const text of [`{"a":${digits}}`, `[1,${digits}]`, `{"a" :\n ${digits} }`]) {
      expect(JSON.stringify(toDigits(parseAnswer(text)))).toBe(JSON.stringify(toDigits(parseLossless(text))));
    }
  });

  it("is not led astray by numbers inside of texts", () => {
    const text = '{"a":"x: 1.10, 12345678901234567890","b":2}';
    expect(toPlain(parseAnswer(text))).toEqual(JSON.parse(text));
  });

  it.each(["", "<html>", "{", '{"a":}', "undefined", '{"a":1} trailing'])("refuses %j", (text) => {
    expect(() => parseAnswer(text)).toThrow();
  });

  it("reads whatever JSON there is as parseLossless does", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(toDigits(parseAnswer(text))).toEqual(toDigits(parseLossless(text)));
      }),
    );
  });

  /** Every number as the digits a reader would see. */
  function toDigits(value: unknown): unknown {
    if (value instanceof LosslessNumber) return `#${value.value}`;
    if (typeof value === "number") return `#${value}`;
    if (Array.isArray(value)) return value.map(toDigits);
    if (!isRecord(value)) return value;
    return Object.entries(value).map(([key, inner]) => [key, toDigits(inner)]);
  }
});

describe("toPlain", () => {
  it("does not copy what holds no such number", () => {
    const value = JSON.parse('{"a":[1,{"b":null}]}');
    expect(toPlain(value)).toBe(value);
  });

  it("gives numbers back as numbers, and as text where a double would change them", () => {
    expect(toPlain(parseLossless('[1,1.5,-2e3,12345678901234567890,1e999,"1"]'))).toEqual([
      1,
      1.5,
      -2000,
      "12345678901234567890",
      "1e999",
      "1",
    ]);
  });

  it("copies a __proto__ key as a key and changes no prototype", () => {
    const plain = toPlain(parseLossless('{"__proto__":{"polluted":true}}'));
    expect(Object.keys(plain as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(plain)).toBe(Object.prototype);
  });
});

describe("isRecord", () => {
  it("takes no list, null or number for an object", () => {
    expect([{}, [], null, new LosslessNumber("1"), "a", 1].map(isRecord)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
