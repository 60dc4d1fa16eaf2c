import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { USAGE } from "./cli";
import { VARIANTS } from "./variant-table";

// The formatter pads the columns of tables.
const readme = readFileSync(new URL("README.md", import.meta.url), "utf8").replace(/ +/g, " ");

test("the README has every variant with its values, the default first and bold", () => {
  const rows = Object.entries(VARIANTS).map(([name, { row, values }]) => {
    const [usual, ...others] = values;
    return `| \`${name}\` | ${row} | ${[`**${usual}**`, ...others].join(", ")} |`;
  });
  expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
});

test("the README has every command-line option", () => {
  const options = [...USAGE.matchAll(/--[a-z-]+/g)]
    .map((match) => match[0])
    .filter((option) => option !== "--help");
  expect(options.length).toBeGreaterThan(10);
  expect(options.filter((option) => !readme.includes(`| \`${option}\` |`))).toEqual([]);
});
