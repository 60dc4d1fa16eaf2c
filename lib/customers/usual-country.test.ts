import { expect, test } from "vitest";
import { mostFrequentCountry, regionOf } from "./usual-country";

test("the country most customers are in wins", () => {
  expect(
    mostFrequentCountry([{ country: "US" }, { country: "DE" }, { country: "DE" }, { country: null }]),
  ).toBe("DE");
  expect(mostFrequentCountry([{ country: null }])).toBeUndefined();
  expect(mostFrequentCountry([])).toBeUndefined();
});

test.each([
  ["fr-CH, fr;q=0.9, en;q=0.8", "CH"],
  ["en, de-at;q=0.9", "AT"],
  ["zh-Hant-TW", "TW"],
  ["en", undefined],
  ["*", undefined],
  [null, undefined],
])("the browser's region in %s", (header, region) => {
  expect(regionOf(header)).toBe(region);
});
