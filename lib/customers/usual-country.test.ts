import { expect, test } from "vitest";
import { regionOf } from "./usual-country";

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
