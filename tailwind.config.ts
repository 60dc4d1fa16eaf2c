import { icons as lucide } from "@iconify-json/lucide";
import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";
import { ICON_NAMES } from "./components/ui/icon-names";

const states = ["ok", "waiting", "attention", "danger", "info"].flatMap((state) => [
  [state, `var(--${state})`],
  [`${state}-soft`, `var(--${state}-soft)`],
  [`${state}-text`, `var(--${state}-text)`],
]);

/** A square of this many units a picture, as Lucide draws them. */
const SIDE = 24;

/** All pictures in use as one, below each other: the browser opens an image once, and each one takes it some milliseconds. */
const picture = ICON_NAMES.map((name, place) => {
  const lucideName = name.replace(/^heavy-/, "");
  const { body } = lucide.icons[lucideName] ?? lucide.icons[lucide.aliases?.[lucideName]?.parent ?? ""] ?? {};
  if (!body) throw new Error(`Lucide has no picture "${lucideName}" (components/ui/icon-names.ts).`);
  const drawn = name === lucideName ? body : body.replaceAll('stroke-width="2"', 'stroke-width="3"');
  return `<g transform="translate(0 ${place * SIDE})">${drawn}</g>`;
}).join("");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE * ICON_NAMES.length}">${picture}</svg>`;

/** `icon-truck` shows an element of components/ui/icon.css as that part of the picture. */
const icons = plugin(({ addBase, addUtilities }) => {
  addBase({
    ".icon": {
      mask: `url("data:image/svg+xml,${encodeURIComponent(svg)}") 0 0 / 100% ${ICON_NAMES.length * 100}% no-repeat`,
    },
  });
  addUtilities(
    Object.fromEntries(
      ICON_NAMES.map((name, place) => [
        `.icon-${name}`,
        { "mask-position": `0 ${((100 * place) / (ICON_NAMES.length - 1)).toFixed(4)}%` },
      ]),
    ),
  );
});

/**
 * Maps the tokens of app/globals.css to utility names. Tailwind's own palette, type scale, radii and shadows are
 * replaced, so a class that is not part of the design language does not exist.
 */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      inherit: "inherit",
      "surface-0": "var(--surface-0)",
      "surface-1": "var(--surface-1)",
      "surface-2": "var(--surface-2)",
      "surface-float": "var(--surface-float)",
      "surface-inverse": "var(--surface-inverse)",
      line: "var(--line)",
      "line-strong": "var(--line-strong)",
      "line-hover": "var(--text-3)",
      accent: "var(--accent)",
      "accent-hover": "var(--accent-hover)",
      "accent-text": "var(--accent-text)",
      "accent-soft": "var(--accent-soft)",
      ...Object.fromEntries(states),
      "danger-solid": "var(--danger-solid)",
      "danger-hover": "var(--danger-hover)",
      "danger-contrast": "var(--danger-contrast)",
      overlay: "var(--overlay)",
    },
    fontFamily: {
      sans: [
        '"Hanken Grotesk Variable"',
        '"Hanken Grotesk Fallback"',
        "ui-sans-serif",
        "system-ui",
        "sans-serif",
      ],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"],
    },
    fontSize: {
      caption: ["0.75rem", { lineHeight: "1rem" }],
      table: ["0.8125rem", { lineHeight: "1.125rem" }],
      body: ["0.875rem", { lineHeight: "1.25rem" }],
      // Touch screens zoom into a field whose letters are smaller than this.
      touch: ["1rem", { lineHeight: "1.5rem" }],
      heading: ["1rem", { lineHeight: "1.375rem", letterSpacing: "-0.005em" }],
      title: ["1.25rem", { lineHeight: "1.625rem", letterSpacing: "-0.012em" }],
    },
    fontWeight: { normal: "420", medium: "540", semibold: "620" },
    borderRadius: { none: "0", sm: "4px", DEFAULT: "6px", full: "9999px" },
    boxShadow: { none: "none", float: "var(--shadow-float)" },
    extend: {
      textColor: {
        1: "var(--text-1)",
        2: "var(--text-2)",
        3: "var(--text-3)",
        inverse: "var(--text-inverse)",
      },
      transitionDuration: { DEFAULT: "140ms" },
    },
  },
  plugins: [icons],
} satisfies Config;
