import { icons as lucide } from "@iconify-json/lucide";
import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

const states = ["ok", "waiting", "attention", "danger", "info"].flatMap((state) => [
  [state, `var(--${state})`],
  [`${state}-soft`, `var(--${state}-soft)`],
  [`${state}-text`, `var(--${state}-text)`],
]);

/** The pictures by name; some names are older ones of another's. */
const pictures = Object.fromEntries([
  ...Object.entries(lucide.icons).map(([name, { body }]) => [name, body]),
  ...Object.entries(lucide.aliases ?? {}).map(([name, { parent }]) => [name, lucide.icons[parent]?.body]),
]);

/** `icon-truck` gives an element of components/ui/icon.css its picture; `icon-check/3` draws it with lines of 3 instead of 2. */
const icons = plugin(({ matchUtilities }) => {
  matchUtilities(
    {
      icon: (body: string, { modifier }) => {
        const drawn = modifier ? body.replaceAll('stroke-width="2"', `stroke-width="${modifier}"`) : body;
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${drawn}</svg>`;
        return { "--icon": `url("data:image/svg+xml,${encodeURIComponent(svg)}")` };
      },
    },
    { values: pictures, modifiers: "any" },
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
