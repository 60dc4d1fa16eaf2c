import { expect, test } from "vitest";
import { createRandom, shareOf, uuidOf } from "./random";

test("the same seed gives the same numbers, another seed others", () => {
  const numbers = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
  expect(numbers(3).every((n) => n >= 0 && n < 1)).toBe(true);
});

test("int reaches both ends and nothing beyond", () => {
  const random = createRandom(5);
  const seen = new Set(Array.from({ length: 200 }, () => random.int(2, 4)));
  expect(seen).toEqual(new Set([2, 3, 4]));
});

test("shares are spread evenly and UUIDs look like version 4", () => {
  const shares = Array.from({ length: 1_000 }, (_, n) => shareOf(`order ${n}`));
  expect(shares.filter((share) => share < 0.1).length).toBeGreaterThan(60);
  expect(shares.filter((share) => share < 0.1).length).toBeLessThan(140);
  expect(uuidOf("x")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidOf("x")).toBe(uuidOf("x"));
});
