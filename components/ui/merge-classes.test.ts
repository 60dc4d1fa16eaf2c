import { globSync, readFileSync } from "node:fs";
import { extendTailwindMerge } from "tailwind-merge";
import { describe, expect, it } from "vitest";
import { mergeClasses } from "@/components/ui/merge-classes";

// tailwind-merge with the names of our scales (tailwind.config.ts): what it says is right.
const reference = extendTailwindMerge({
  extend: { theme: { text: ["caption", "table", "body", "touch", "heading", "title"], shadow: ["float"] } },
});

/** Every class name in the code that tailwind-merge knows, from whatever string looks like a list of them. */
function classNames(): string[] {
  const names = new Set<string>();
  for (const file of globSync("{app,components}/**/*.{ts,tsx}")) {
    if (file.includes(".test.") || file.endsWith("merge-classes.ts")) continue;
    for (const [, text = ""] of readFileSync(file, "utf8").matchAll(/["`]([^"`\n]*)["`]/g)) {
      for (const name of text.split(/\s+/)) if (/^[-a-z[!*][^{}$\\]*$/.test(name)) names.add(name);
    }
  }
  // A name that is a class to tailwind-merge is void when it comes twice.
  return [...names].filter((name) => reference(`${name} ${name}`) === name);
}

describe("mergeClasses", () => {
  it("keeps of any two classes in the code what tailwind-merge keeps", () => {
    const names = classNames();
    expect(names.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    // Under different conditions nothing meets; of those pairs a part is enough.
    const conditions = (name: string) => name.slice(0, name.lastIndexOf(":") + 1);
    for (const [index, one] of names.entries()) {
      for (const [place, other] of names.entries()) {
        if (conditions(one) !== conditions(other) && (index + place) % 20 !== 0) continue;
        const both = `${one} ${other}`;
        if (mergeClasses(both) !== reference(both)) wrong.push(`${both} -> ${mergeClasses(both)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("leaves alone what is no utility", () => {
    expect(mergeClasses("peer group  peer/name")).toBe("peer group peer/name");
    expect(mergeClasses("btn btn-md btn-link h-auto")).toBe("btn btn-md btn-link h-auto");
    expect(mergeClasses("dt-cell dt-first dt-end")).toBe("dt-cell dt-first dt-end");
  });
});
