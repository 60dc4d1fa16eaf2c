import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldedWords } from "@/lib/fold";
import { highlightRanges } from "./highlight";
import { anyText } from "./testing/any-text";

const marked = (text: string, q: string) =>
  highlightRanges(text, foldedWords(q)).map(([from, to]) => text.slice(from, to));

describe("marks", () => {
  it.each([
    ["Microsoft 365 Business", "soft bus", ["soft", "Bus"]],
    ["Café Überwachung", "cafe uber", ["Café", "Über"]],
    ["Cafe\u0301 au lait", "cafe", ["Cafe\u0301"]],
    ["Straße", "strass", ["Straß"]],
    ["ＦＵＬＬ width", "full", ["ＦＵＬＬ"]],
    ["aaaa", "aa a", ["aaaa"]],
    ["🎉 party 🎉", "🎉", ["🎉", "🎉"]],
    ["nothing", "else", []],
  ])("in %j for %j", (text, q, expected) => {
    expect(marked(text, q)).toEqual(expected);
  });

  it("lie within the text, in order and apart, and hold a word each, for any text", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, q) => {
        const words = foldedWords(q);
        let end = 0;
        for (const [from, to] of highlightRanges(text, words)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
          expect(words.some((word) => fold(text.slice(from, to)).length >= word.trim().length)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
