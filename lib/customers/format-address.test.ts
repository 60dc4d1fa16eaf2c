import { expect, test } from "vitest";
import { formatAddress } from "./format-address";

const nothing = { street: null, suite: null, city: null, state: null, zip: null, country: null };

test("an address is written as its country writes it", () => {
  expect(
    formatAddress(
      { street: "1 Main St", suite: "Suite 4", city: "Fairfax", state: "VA", zip: "22030", country: "US" },
      "United States",
    ),
  ).toEqual(["1 Main St", "Suite 4", "Fairfax VA 22030", "United States"]);
  expect(
    formatAddress(
      { ...nothing, street: "Unter den Linden 1", city: "Berlin", state: "BE", zip: "10117", country: "DE" },
      "Germany",
    ),
  ).toEqual(["Unter den Linden 1", "10117 Berlin", "Berlin", "Germany"]);
});

test("what is missing leaves no empty line, and nothing at all leaves none", () => {
  expect(formatAddress({ ...nothing, city: "Suva", country: "FJ" }, "Fiji")).toEqual(["Suva", "Fiji"]);
  expect(formatAddress(nothing, null)).toEqual([]);
});
