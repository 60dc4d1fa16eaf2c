import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ICON_NAMES } from "./icon-names";

test("each picture in the style sheet is in use", () => {
  const code = globSync("{app,components}/**/*.{ts,tsx}", { exclude: (name) => name.includes(".test.") })
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  expect(ICON_NAMES.filter((name) => !code.includes(`"icon-${name}"`))).toEqual([]);
});
