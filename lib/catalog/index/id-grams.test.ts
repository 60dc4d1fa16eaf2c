import fc from "fast-check";
import { expect, test } from "vitest";
import { IdGramsBuilder } from "./id-grams";

const id = fc.string({ unit: fc.constantFrom(..."ab1:-"), minLength: 3, maxLength: 12 });

test("no product that has a fragment in its ids is missed", () => {
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 70 }), fc.nat(), fc.nat(), (ids, which, from) => {
      const builder = new IdGramsBuilder(2_048);
      ids.forEach((one, product) => {
        builder.add(product, `\n${one}\n`);
      });
      const product = which % ids.length;
      const one = ids[product] ?? "";
      const grams = builder.build();
      expect(grams.candidates(one.slice(from % (one.length - 2)))).toContain(product);
      expect(grams.candidates(`\n${one}\n`)).toContain(product);
    }),
  );
});

test("products without the fragment are hardly ever named", () => {
  const builder = new IdGramsBuilder(2_048);
  for (let product = 0; product < 1_000; product += 1) {
    builder.add(product, `\ngen${String(product).padStart(6, "0")}:0001:p1y:m\nannual-${product}\n`);
  }
  expect(builder.build().candidates("gen000777:0001").length).toBeLessThan(5);
  expect(builder.build().candidates("zzzz")).toEqual([]);
});
