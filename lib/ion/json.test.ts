import { LosslessNumber } from "lossless-json";
import { describe, expect, it } from "vitest";
import { isRecord, parseLossless, toPlain } from "./json";

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

describe("toPlain", () => {
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
