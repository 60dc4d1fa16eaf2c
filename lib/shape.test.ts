import * as fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import * as s from "@/lib/shape";

const shape = s.object({
  id: s.text(/^\d+$/),
  name: s.string().nullable(),
  seats: s.int().optional(),
  price: s.number(),
  on: s.boolean(),
  phase: s.oneOf(["new", "done"]),
  parts: s.array(s.object({ key: s.string() })),
  words: s.record(s.string()),
  state: s.either([
    s.object({ kind: s.literal("none") }),
    s.object({ kind: s.literal("shown"), at: s.string() }),
  ]),
});
/** The same in zod, which is right. */
const reference = z.object({
  id: z.string().regex(/^\d+$/),
  name: z.string().nullable(),
  seats: z.number().int().optional(),
  price: z.number(),
  on: z.boolean(),
  phase: z.enum(["new", "done"]),
  parts: z.array(z.object({ key: z.string() })),
  words: z.record(z.string(), z.string()),
  state: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("shown"), at: z.string() }),
  ]),
});
const good = {
  id: "12",
  name: null,
  price: 1.5,
  on: false,
  phase: "new",
  parts: [{ key: "a", more: 1 }],
  words: { a: "b" },
  state: { kind: "shown", at: "now" },
  unknown: 1,
};

const anything = fc.oneof(
  fc.anything({ maxDepth: 1 }),
  fc.constantFrom("12", "done", [], {}, { kind: "none" }, [{ key: "x" }], { key: 1 }, Number.NaN, 2 ** 60),
);
const almostGood = fc
  .record(
    { key: fc.constantFrom(...Object.keys(good), "seats"), value: anything, gone: fc.boolean() },
    { noNullPrototype: true },
  )
  .map(({ key, value, gone }) => {
    const { [key as keyof typeof good]: _left, ...rest } = good;
    return gone ? rest : { ...rest, [key]: value };
  });

describe("a shape", () => {
  it("takes and gives exactly what zod would", () => {
    fc.assert(
      fc.property(fc.oneof(almostGood, anything), (value) => {
        const expected = reference.safeParse(value);
        const result = shape.safeParse(value);
        expect(result.success).toBe(expected.success);
        if (result.success) expect(result.data).toEqual(expected.data);
      }),
      { numRuns: 2000 },
    );
  });

  it("has the same type as zod's", () => {
    expectTypeOf<s.Infer<typeof shape>>().toEqualTypeOf<z.infer<typeof reference>>();
  });

  it("says where something is wrong", () => {
    expect(() => shape.parse({ ...good, parts: [{ key: "a" }, { key: 1 }] })).toThrow(".parts[1].key");
  });

  it("can be made from another", () => {
    const more = shape.pick("id", "name").extend({ name: s.string(), extra: s.boolean() });
    expect(more.parse({ id: "1", name: "x", extra: true, price: 1 })).toEqual({
      id: "1",
      name: "x",
      extra: true,
    });
    expect(more.safeParse({ id: "1", name: null, extra: true }).success).toBe(false);
  });
});
