import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FRAME_TEXTS, LIST_TEXTS } from "./portal-texts";

const EVERYWHERE = ["common", "errors"];

function fileOf(from: string, imported: string): string | undefined {
  const base = imported.startsWith("@/")
    ? path.resolve(imported.slice(2))
    : imported.startsWith(".")
      ? path.resolve(path.dirname(from), imported)
      : undefined;
  if (!base) return undefined;
  return ["", ".ts", ".tsx"]
    .map((ending) => base + ending)
    .find((file) => existsSync(file) && statSync(file).isFile());
}

/** The texts asked for by hooks in a file and in all that it imports, at once or later: namespace -> where. */
function textsAskedFor(start: string): Map<string, string> {
  const asked = new Map<string, string>();
  const seen = new Set<string>();
  const todo = [path.resolve(start)];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file)) continue;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    for (const [, name = ""] of code.matchAll(/useTranslations\(\s*["`]([\w.]+)/g)) {
      asked.set(name.replace(/\.$/, ""), path.relative(".", file));
    }
    for (const [, imported = ""] of code.matchAll(/(?:from\s+|import\(\s*|import\s+)"([^"]+)"/g)) {
      const next = fileOf(file, imported);
      if (next) todo.push(next);
    }
  }
  return asked;
}

function missing(start: string, given: readonly string[]): string[] {
  const all = [...EVERYWHERE, ...given];
  return [...textsAskedFor(start)].flatMap(([name, file]) =>
    all.some((one) => name === one || name.startsWith(`${one}.`)) ? [] : [`${name} in ${file}`],
  );
}

describe("the texts that come with a page", () => {
  test("are all that the frame's components ask for", () => {
    expect(missing("app/(portal)/layout.tsx", FRAME_TEXTS)).toEqual([]);
  });

  test.each(Object.entries(LIST_TEXTS))("are all that the components of %s ask for", (folder, given) => {
    expect(textsAskedFor(`app/(portal)/${folder}/page.tsx`).size).toBeGreaterThan(3);
    expect(missing(`app/(portal)/${folder}/page.tsx`, [...FRAME_TEXTS, ...given])).toEqual([]);
  });

  test("a page that asks for more is found", () => {
    expect(missing("app/(portal)/orders/page.tsx", [...FRAME_TEXTS, "list"])).not.toEqual([]);
  });
});
