import { globSync, readFileSync } from "node:fs";
import { icons as lucide } from "@iconify-json/lucide";
import { expect, test } from "vitest";

test("each icon that is named has a picture: without one it would be a filled square", () => {
  const named = globSync("{app,components}/**/*.{ts,tsx}", { exclude: (name) => name.includes(".test.") })
    .flatMap((file) => readFileSync(file, "utf8").match(/(?<=")icon-[a-z0-9-]+(?=[/"])/g) ?? [])
    // Sizes of buttons.
    .filter((name) => !/^icon-(sm|\$)/.test(name));
  expect(named.length).toBeGreaterThan(40);
  const drawn = (name: string) => lucide.icons[name] ?? lucide.icons[lucide.aliases?.[name]?.parent ?? ""];
  expect(named.filter((name) => !drawn(name.slice("icon-".length)))).toEqual([]);
});
