import fc from "fast-check";
import { expect, test } from "vitest";
import { FoldedTexts } from "./folded-texts";

const text = fc.string({ unit: fc.constantFrom(..."ab é"), maxLength: 6 });
const part = fc.string({ unit: fc.constantFrom(..."ab é"), minLength: 1, maxLength: 3 });

function collected(each: (found: (index: number) => void) => void): number[] {
  const found: number[] = [];
  each((index) => found.push(index));
  return found;
}

test("texts in one string are found as each by itself would be", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), part, (all, wanted) => {
      const texts = new FoldedTexts(all);
      const where = (is: (one: string) => boolean) => all.flatMap((one, index) => (is(one) ? [index] : []));
      expect(collected((found) => texts.eachIncluding(wanted, found))).toEqual(
        where((one) => one.includes(wanted)),
      );
      expect(collected((found) => texts.eachStartingWith(wanted, found))).toEqual(
        where((one) => one.startsWith(wanted)),
      );
      all.forEach((one, index) => {
        expect(texts.at(index)).toBe(one);
        expect(texts.startsWith(index, wanted)).toBe(one.startsWith(wanted));
        expect(texts.equals(index, wanted)).toBe(one === wanted);
      });
    }),
  );
});
