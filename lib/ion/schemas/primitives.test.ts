import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseLossless } from "../json";
import {
  code,
  digits,
  enumeration,
  flag,
  id,
  idIn,
  instant,
  integer,
  isNoEnd,
  lastSegment,
  listOf,
  optionalFlag,
  text,
  textMap,
  withRaw,
} from "./primitives";

function reads(schema: z.ZodType) {
  return (json: string) => {
    const result = z.object({ v: schema }).safeParse(parseLossless(`{${json === "" ? "" : `"v":${json}`}}`));
    return result.success ? result.data.v : "refused";
  };
}

describe("scalars", () => {
  it.each([
    [
      text,
      ["", "null", '""', '"  "', '" a "', "7", "true", "{}", "[]"],
      [null, null, null, null, " a ", "7", "true", "refused", "refused"],
    ],
    [code, ["", '" a "', "0001", '"0001"'], [null, "a", "refused", "0001"]],
    [
      id,
      ["", '"12"', "12", '"0"', "0", '"98765432109876543210"', "98765432109876543210", "{}"],
      [null, "12", "12", null, null, "98765432109876543210", "98765432109876543210", "refused"],
    ],
    [
      integer,
      ["", "4", '"4"', '"-1"', '""', "4.0", "4.5", '"four"', "1e400"],
      [null, 4, 4, -1, null, 4, "refused", "refused", "refused"],
    ],
    [
      digits,
      ["", "150.92710876464844", '"12.50"', "0", '""', "true", '"n/a"', "{}"],
      [null, "150.92710876464844", "12.50", "0", null, "refused", "refused", "refused"],
    ],
    [
      flag,
      ["", "true", '"True"', '"false"', "1", "null", '"maybe"'],
      [false, true, true, false, true, false, "refused"],
    ],
    [optionalFlag, ["", "false", '"true"'], [null, false, true]],
    [
      enumeration,
      [
        "",
        '"active"',
        '" On_Hold "',
        '"CART_STATUS_UNSPECIFIED"',
        '"ACTION_NOT_SPECIFIED"',
        '"UNSPECIFIED"',
        '"BRAND_NEW_STATUS"',
      ],
      [null, "ACTIVE", "ON_HOLD", null, null, null, "BRAND_NEW_STATUS"],
    ],
  ] as const)("are read in every form Ion has sent them in (%#)", (schema, inputs, outputs) => {
    // Leading zeros are no JSON number at all.
    const read = (json: string) => {
      try {
        return reads(schema)(json);
      } catch {
        return "refused";
      }
    };
    expect(inputs.map(read)).toEqual(outputs);
  });
});

describe("instant", () => {
  it.each([
    ['"2025-07-18T10:11:12Z"', "2025-07-18T10:11:12.000Z"],
    ['"2025-07-18T10:11:12.123456789Z"', "2025-07-18T10:11:12.123Z"],
    ['"2025-07-18T12:11:12+02:00"', "2025-07-18T10:11:12.000Z"],
    ['"2025-07-18"', "2025-07-18T00:00:00.000Z"],
    ['"0001-01-01T00:00:00Z"', null],
    ['"2023-14-17T00:00:00Z"', null],
    ['"soon"', null],
    ['""', null],
    ["", null],
  ])("reads %s as %j", (json, expected) => {
    expect(reads(instant)(json)).toBe(expected);
  });

  it("keeps the date that means no end, and knows it", () => {
    const date = reads(instant)('"9999-12-31T00:00:00Z"');
    expect(date).toBe("9999-12-31T00:00:00.000Z");
    expect([isNoEnd(String(date)), isNoEnd(null), isNoEnd("2026-01-01T00:00:00.000Z")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("containers", () => {
  it("reads a missing list as empty and a single object as a list of one", () => {
    const list = listOf(z.object({ a: text }));
    expect(["", "null", '{"a":"x"}', '[{"a":"x"},{}]', "[7]", '"x"'].map(reads(list))).toEqual([
      [],
      [],
      [{ a: "x" }],
      [{ a: "x" }, { a: null }],
      "refused",
      "refused",
    ]);
  });

  it("reads a map of texts and leaves out what is no text", () => {
    expect(reads(textMap)('{"SkuId":1,"Market":"US","x":{},"y":null}')).toEqual({ SkuId: "1", Market: "US" });
  });

  it("keeps unknown fields in raw, as plain JSON", () => {
    const schema = withRaw(z.object({ known: text }));
    expect(schema.parse(parseLossless('{"known":"a","new":{"n":1.5,"big":12345678901234567890}}'))).toEqual({
      known: "a",
      raw: { known: "a", new: { n: 1.5, big: "12345678901234567890" } },
    });
  });

  it("takes an object with none of its fields for something else", () => {
    expect(withRaw(z.object({ known: text })).safeParse({ other: 1 }).success).toBe(false);
  });
});

describe("resource names", () => {
  it("give the id after a collection", () => {
    const name = "accounts/10001/customers/10054/orders/1899/orderItems/7";
    expect(["customers", "orders", "orderItems", "carts"].map((part) => idIn(name, part))).toEqual([
      "10054",
      "1899",
      "7",
      null,
    ]);
    expect([
      idIn("John Doe", "customers"),
      idIn(null, "customers"),
      idIn("accounts/1/customers/", "customers"),
    ]).toEqual([null, null, null]);
  });

  it("give their last segment", () => {
    expect(["accounts/1/categories/9", "9", "", null].map(lastSegment)).toEqual(["9", "9", null, null]);
  });
});
