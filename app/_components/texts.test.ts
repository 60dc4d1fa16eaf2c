import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EVERYWHERE, FRAME_TEXTS, LIST_TEXTS, type TextsOf } from "./portal-texts";

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

type Asked = { name: string; file: string; code: string };

/** The namespaces asked for by hooks in a file and in all that it imports, at once or later, and where. */
function textsAskedFor(start: string): Asked[] {
  const asked: Asked[] = [];
  const seen = new Set<string>();
  const todo = [path.resolve(start)];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file)) continue;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    for (const [, name = ""] of code.matchAll(/useTranslations\(\s*["`]([\w.]+)/g)) {
      asked.push({ name: name.replace(/\.$/, ""), file: path.relative(".", file), code });
    }
    for (const [, imported = ""] of code.matchAll(/(?:from\s+|import\(\s*|import\s+)"([^"]+)"/g)) {
      const next = fileOf(file, imported);
      if (next) todo.push(next);
    }
  }
  return asked;
}

/** Whether `given` holds what a file asks of a namespace: of parts that are left out it must not even name one. */
function holds(given: TextsOf, { name, code }: Asked): boolean {
  if (typeof given === "string") return name === given || name.startsWith(`${given}.`);
  const [namespace, part] = name.split(".");
  if (namespace !== given.of) return false;
  if (part) return !given.without.includes(part);
  return !given.without.some((left) => new RegExp(`["\`]${left}(\\.|["\`])`).test(code));
}

function missing(start: string, given: readonly TextsOf[]): string[] {
  const all = [...EVERYWHERE, ...given];
  return textsAskedFor(start).flatMap((asked) =>
    all.some((one) => holds(one, asked)) ? [] : [`${asked.name} in ${asked.file}`],
  );
}

describe("the texts that come with a page", () => {
  test("are all that the frame's components ask for", () => {
    expect(missing("app/(portal)/layout.tsx", FRAME_TEXTS)).toEqual([]);
  });

  test.each(Object.entries(LIST_TEXTS))("are all that the components of %s ask for", (folder, given) => {
    expect(textsAskedFor(`app/(portal)/${folder}/page.tsx`).length).toBeGreaterThan(3);
    expect(missing(`app/(portal)/${folder}/page.tsx`, [...FRAME_TEXTS, ...given])).toEqual([]);
  });

  test("a page that asks for more is found", () => {
    expect(missing("app/(portal)/orders/page.tsx", [...FRAME_TEXTS, "list"])).not.toEqual([]);
  });

  test("a page that asks for a part that is left out is found", () => {
    const given = LIST_TEXTS.orders.filter((one) => typeof one === "string");
    const without = (part: string) => [...FRAME_TEXTS, ...given, { of: "orders" as const, without: [part] }];
    const start = "app/(portal)/orders/page.tsx";
    expect(missing(start, without("credentials"))).toEqual([]);
    expect(missing(start, without("problems"))).toEqual([
      expect.stringMatching(/^orders in .*order-peek\.tsx$/),
    ]);
    expect(missing(start, without("selected"))).toEqual([
      expect.stringMatching(/^orders\.selected in .*orders-money\.tsx$/),
    ]);
  });
});
