import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";
const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1],
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);

function colour(token: string, theme: Theme): string {
  const pair = tokens.get(token);
  if (!pair) throw new Error(`--${token} is not a light-dark() pair of hex colours`);
  return pair[theme];
}

/** Relative luminance, WCAG 2.2 glossary. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const surfaces = ["surface-0", "surface-1", "surface-2", "surface-float"];
const states = ["ok", "waiting", "attention", "danger", "info"];

/** [token, what it stands on, the least contrast] */
const pairs: [string, string, number][] = [
  ...surfaces.flatMap((surface): [string, string, number][] => [
    ["text-1", surface, 7],
    ["text-2", surface, 4.5],
    ["text-3", surface, 4.5],
    ["accent", surface, 4.5],
    ["line-strong", surface, 3],
    ...states.flatMap((state): [string, string, number][] => [
      [state, surface, 3],
      [`${state}-text`, surface, 4.5],
    ]),
  ]),
  ...states.flatMap((state): [string, string, number][] => [
    [`${state}-text`, `${state}-soft`, 4.5],
    [state, `${state}-soft`, 3],
    ["text-1", `${state}-soft`, 7],
    ["text-2", `${state}-soft`, 4.5],
  ]),
  ["text-1", "accent-soft", 7],
  ["text-2", "accent-soft", 4.5],
  ["accent", "accent-soft", 4.5],
  ["accent-text", "accent", 4.5],
  ["accent-text", "accent-hover", 4.5],
  ["danger-contrast", "danger-solid", 4.5],
  ["danger-contrast", "danger-hover", 4.5],
  ["text-inverse", "surface-inverse", 7],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each(pairs)("%s on %s has a contrast of at least %s to 1", (token, ground, least) => {
    expect(contrast(colour(token, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});
