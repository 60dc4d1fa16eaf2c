import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { messagesOf } from "@/lib/i18n/messages";
import { AUDIT_ACTIONS } from "./audit-actions";

/** Server actions that leave no entry, and why that is right. Every other one has to. */
const NOT_AUDITED: Record<string, string> = {
  setLocaleAction: "a preference of one browser",
  chooseCustomerAction: "a preference of one browser",
  forgetCustomerAction: "a preference of one browser",
  saveDraftAction:
    "what is typed is kept as it is typed; nothing of it has an effect before the order, which is audited",
  refreshListAction: "reads from Ion, which everybody may ask for; the passes are kept with who asked",
};

const WRITES_ENTRY = /\b(audited|recordAudit)\(/;
const read = (file: string) => readFileSync(file, "utf8");

/** name -> file, of everything a module imports from the portal's own code. */
function importsOf(file: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, names = "", from = ""] of read(file).matchAll(/import\s+\{([^}]*)\}\s+from\s+"([^"]+)"/g)) {
    const base = from.startsWith("@/") ? from.slice(2) : path.join(path.dirname(file), from);
    if (!from.startsWith("@/") && !from.startsWith(".")) continue;
    const target = [`${base}.ts`, `${base}.tsx`].find((candidate) => existsSync(candidate));
    for (const name of names.split(",")) {
      const local =
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "";
      if (target && local && !name.trim().startsWith("type ")) found.set(local, target);
    }
  }
  return found;
}

/** A use case writes its entry itself, or through a helper of its own folder. */
function writesEntry(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  if (WRITES_ENTRY.test(read(file))) return true;
  return [...importsOf(file).values()].some(
    (other) => path.dirname(other) === path.dirname(file) && writesEntry(other, seen),
  );
}

function serverActions(): { name: string; audited: boolean }[] {
  return globSync("app/**/*.{ts,tsx}")
    .filter((file) => /^"use server";/m.test(read(file)))
    .flatMap((file) => {
      const imports = importsOf(file);
      return read(file)
        .split(/^(?=export )/m)
        .flatMap((part) => {
          const name = /^export (?:async function|const) (\w+)/.exec(part)?.[1];
          if (!name) return [];
          const used = [...imports].filter(
            ([local, from]) => from.startsWith("lib/") && new RegExp(`\\b${local}\\b`).test(part),
          );
          return [{ name, audited: used.some(([, from]) => writesEntry(from)) }];
        });
    });
}

/** The commands named in the code: `action: "orders:place"`, and what a variable called `action` may be. */
function commandsInCode(): Set<string> {
  const found = new Set<string>();
  for (const file of globSync("{app,lib,scripts}/**/*.{ts,tsx}").filter(
    (each) => !/\.test\.|\/testing\/|audit-actions/.test(each),
  )) {
    // What a command is called may depend on how it ended: `ACTIONS` then says by what.
    for (const [, table = ""] of read(file).matchAll(/\bACTIONS\b[^=]*= \{([^}]*)\}/g)) {
      for (const [, command = ""] of table.matchAll(/"([a-z-]+:[a-z-]+)"/g)) found.add(command);
    }
    for (const [statement] of read(file).matchAll(/\baction(?::| =)[^\n;]*/g)) {
      for (const [, command = ""] of statement.matchAll(/"([a-z-]+:[a-z-]+)"/g)) found.add(command);
      if (statement.includes("`mirror:${"))
        for (const decision of ["apply", "discard"]) found.add(`mirror:${decision}`);
    }
  }
  return found;
}

describe("every command is audited", () => {
  const actions = serverActions();

  test("there are server actions to look at", () => {
    expect(actions.length).toBeGreaterThan(25);
  });

  test("a server action leaves an entry in the log, or says here why not", () => {
    const silent = actions.filter(({ audited }) => !audited).map(({ name }) => name);
    expect(silent.sort()).toEqual(Object.keys(NOT_AUDITED).sort());
  });

  test("the list of commands is that of the code", () => {
    expect([...commandsInCode()].sort()).toEqual([...AUDIT_ACTIONS].sort());
  });

  test.each(["en", "fr"] as const)("each has its words in %s", (locale) => {
    expect(Object.keys(messagesOf(locale).audit.actions).sort()).toEqual([...AUDIT_ACTIONS].sort());
  });
});
