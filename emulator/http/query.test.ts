import { expect, test } from "vitest";
import { Query } from "./query";

const query = (text: string) => new Query(new URLSearchParams(text));

test("names are read without regard to case and underscores", () => {
  expect(query("page_size=5").wholeNumber("pageSize")).toBe(5);
  expect(query("customerID=7").text("customerId")).toBe("7");
  expect(query("FILTER.customerEmail=a").text("filter.customerEmail")).toBe("a");
});

test("an empty value is as good as none, but is there", () => {
  expect(query("pageToken=").text("pageToken")).toBeUndefined();
  expect(query("pageToken=").has("pageToken")).toBe(true);
});

test("pagination comes dotted or as JSON", () => {
  expect(query("pagination.limit=3").wholeNumber("pagination.limit")).toBe(3);
  expect(query('pagination={"limit":3,"sortBy":"id"}').text("pagination.sortBy")).toBe("id");
  expect(query("pagination={broken").text("pagination.limit")).toBeUndefined();
});

test.each([
  ["true", true],
  ["True", true],
  ["1", true],
  ["", true],
  ["false", false],
  ["0", false],
])("flag=%s is %s", (value, expected) => {
  expect(query(`flag=${value}`).flag("flag")).toBe(expected);
});

test.each(["ten", "-1", "1.5", "1e3", "99999999999999999999"])("%s is no whole number", (value) => {
  expect(() => query(`n=${value}`).wholeNumber("n")).toThrow();
});

test("the fingerprint changes with the filters and not with the paging", () => {
  const one = query("filter.name=a&pageSize=5&pageToken=x").fingerprint();
  expect(query("pageSize=9&filter.name=a").fingerprint()).toBe(one);
  expect(query("filter.name=b&pageSize=5").fingerprint()).not.toBe(one);
});
