import { describe, expect, test } from "vitest";
import { APP_ERROR_STATUS } from "../errors";
import { messagesOf } from "./messages";

type Tree = { [key: string]: string | Tree };

/** Every leaf as `path -> text`. */
function leaves(tree: Tree, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [path, text] of leaves(value, `${prefix}${key}.`)) found.set(path, text);
  }
  return found;
}

const english = leaves(messagesOf("en"));
const french = leaves(messagesOf("fr"));
const placeholders = (text: string) =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\s*[,}]/g), (match) => match[1]))].sort().join();

describe("messages", () => {
  test("French has every English text, and no other", () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("both languages fill in the same values", () => {
    const different = [...english].filter(
      ([path, text]) => placeholders(text) !== placeholders(french.get(path) ?? ""),
    );
    expect(different.map(([path]) => path)).toEqual([]);
  });

  test("no text is empty", () => {
    expect([...english, ...french].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("every error code has its text", () => {
    for (const code of Object.keys(APP_ERROR_STATUS)) expect(english.has(`errors.${code}`), code).toBe(true);
  });
});
