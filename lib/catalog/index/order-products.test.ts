import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOG_SORTS } from "../schemas";
import { idsIn, indexOf, rowWith } from "../testing/index-of";
import { answerQuestion, orderedProducts } from "./answer-question";
import { keyOf, placeAfter } from "./order-products";

const NOTHING = {
  q: "",
  literal: false,
  vendor: [],
  category: [],
  billing: [],
  term: [],
  currency: [],
  orderable: false,
};

const plan = fc.record({
  currency: fc.constantFrom("USD", "EUR"),
  price: fc.constantFrom("1", "2.50", "10", null),
  yearly: fc.constantFrom("12", "30", null),
  notOrderable: fc.constantFrom("no-price", null, null),
});
const product = fc.record({
  name: fc.constantFrom("Plan 9", "plan 10", "Ångström", "azure", "Zulu"),
  vendor: fc.constantFrom("Microsoft", "Google", null),
  plans: fc.array(plan, { maxLength: 3 }),
});
const catalog = fc
  .array(product, { maxLength: 15 })
  .map((made) => made.map((one, place) => rowWith(`p${place}`, one)));

async function readAll(rows: ReturnType<typeof rowWith>[], sort: (typeof CATALOG_SORTS)[number], q: string) {
  const index = await indexOf(rows);
  const answer = await answerQuestion(index, { ...NOTHING, q }, idsIn(rows));
  return { index, answer, ordered: orderedProducts(index, answer, sort) };
}

describe("pages of an order", () => {
  it.each(CATALOG_SORTS)("by %s together have every product that matches, each once", async (sort) => {
    await fc.assert(
      fc.asyncProperty(catalog, fc.constantFrom("", "plan", "seat", "nothing-has-it"), async (rows, q) => {
        const { index, answer, ordered } = await readAll(rows, sort, q);
        const seen: number[] = [];
        let start = 0;
        while (start < ordered.length) {
          const page = ordered.subarray(start, start + 4);
          seen.push(...page);
          const key = keyOf(index, answer.matches, sort, page.at(-1) ?? 0);
          const next = placeAfter(index, answer.matches, { ordered, sort }, key);
          expect(next).toBe(start + page.length);
          start = next;
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toHaveLength(answer.matches.total);
      }),
      { numRuns: 80 },
    );
  });

  it.each(CATALOG_SORTS)("by %s put a few among many in the same order as all", async (sort) => {
    const others = Array.from({ length: 200 }, (_, place) => rowWith(`other-${place}`));
    await fc.assert(
      fc.asyncProperty(catalog, async (made) => {
        // Keywords: all of them are found equally well.
        const few = made.slice(0, 5).map(({ product, ...row }) => ({
          ...row,
          product: { ...product, keywords: ["rare"] },
        }));
        const all = await readAll([...few, ...others], sort, "");
        const found = await readAll([...few, ...others], sort, "rare");
        const named = ({ index, ordered }: typeof all) =>
          Array.from(ordered, (product) => index.ids[product]).filter((id) => !id?.startsWith("other"));
        expect(named(found)).toEqual(named(all));
        expect(found.ordered).toHaveLength(few.length);
      }),
      { numRuns: 40 },
    );
  });

  it.each(CATALOG_SORTS)("by %s go on where they were although products came and went", async (sort) => {
    await fc.assert(
      fc.asyncProperty(catalog, fc.nat(), async (rows, at) => {
        const before = await readAll(rows, sort, "");
        fc.pre(before.ordered.length > 1);
        const place = at % (before.ordered.length - 1);
        const last = before.ordered[place] ?? 0;
        const key = keyOf(before.index, before.answer.matches, sort, last);
        const gone = before.index.ids[last];
        const after = await readAll(
          rows.filter(({ product }) => product.id !== gone),
          sort,
          "",
        );
        const next = placeAfter(after.index, after.answer.matches, { ordered: after.ordered, sort }, key);
        const idsAfter = Array.from(after.ordered.subarray(next), (one) => after.index.ids[one]);
        const idsBefore = Array.from(before.ordered.subarray(place + 1), (one) => before.index.ids[one]);
        expect(idsAfter).toEqual(idsBefore);
      }),
      { numRuns: 80 },
    );
  });
});

describe("the order", () => {
  const row = (id: string, price: string | null, yearly: string | null, currency = "USD") =>
    rowWith(id, { name: id, vendor: id < "c" ? "Zeta" : null, plans: [{ price, yearly, currency }] });
  const rows = [
    row("a", "10", "120"),
    row("b", "90", "90"),
    row("c", "50", null),
    row("d", null, null),
    row("e", "1", "12", "EUR"),
  ];
  it.each([
    ["price", ["e", "b", "a", "c", "d"]],
    ["-price", ["e", "c", "a", "b", "d"]],
    ["vendor", ["a", "b", "c", "d", "e"]],
    ["name", ["a", "b", "c", "d", "e"]],
  ] as const)(
    "by %s compares years, keeps currencies apart and has what is unknown last",
    async (sort, expected) => {
      const { index, ordered } = await readAll(rows, sort, "");
      expect(Array.from(ordered, (one) => index.ids[one])).toEqual(expected);
    },
  );
});
