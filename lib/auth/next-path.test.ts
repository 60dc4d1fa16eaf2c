import { expect, test } from "vitest";
import { parseNextPath } from "./next-path";

test("a path of the portal is kept with its search", () => {
  expect(parseNextPath("/customers/10?tab=orders")).toBe("/customers/10?tab=orders");
});

test.each([
  "//evil.example/x",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/a"],
])("%s leads home", (value) => {
  expect(parseNextPath(value)).toBe("/");
});
