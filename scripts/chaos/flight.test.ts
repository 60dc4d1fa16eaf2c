import { describe, expect, it } from "vitest";
import { readActionValue } from "./flight";

describe("the value a server action returned", () => {
  it("is found in the row that row 0 names", () => {
    const answer =
      '0:{"a":"$@1","f":"","b":"build"}\n1:{"ok":true,"data":{"state":"placed","orderId":"7"}}\n';
    expect(readActionValue(answer)).toEqual({ ok: true, data: { state: "placed", orderId: "7" } });
  });

  it("may hold texts in rows of their own, escaped dollars and times", () => {
    const long = "é\n1:not a row";
    const length = Buffer.byteLength(long).toString(16);
    const answer = `0:{"a":"$@1"}\n2:T${length},${long}1:{"long":"$2","price":"$$5","at":"$D2030-01-01T00:00:00.000Z"}\n`;
    expect(readActionValue(answer)).toEqual({ long, price: "$5", at: "2030-01-01T00:00:00.000Z" });
  });

  it("is an error when the action threw, and when there is none", () => {
    expect(() => readActionValue('0:{"a":"$@1"}\n1:E{"digest":"1"}\n')).toThrow(/action failed/);
    expect(() => readActionValue("<html>")).toThrow(/no value/);
    expect(() => readActionValue("")).toThrow(/no value/);
  });
});
