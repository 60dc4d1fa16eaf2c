import { beforeEach, describe, expect, it, vi } from "vitest";
import { forgetRecent, keepRecent, readRecent } from "./recent-items";

const customer = (id: string) => ({
  kind: "customer" as const,
  id,
  title: `C ${id}`,
  href: `/customers/${id}`,
});

describe("what was opened last", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });

  it("comes back with the last one first, each once, eight at most", () => {
    for (const id of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "2"]) keepRecent("me", customer(id));
    expect(readRecent("me").map(({ id }) => id)).toEqual(["2", "9", "8", "7", "6", "5", "4", "3"]);
  });

  it("is each person's own, and gone after signing out", () => {
    keepRecent("me", customer("1"));
    expect(readRecent("somebody else")).toEqual([]);
    forgetRecent("me");
    expect(readRecent("me")).toEqual([]);
  });

  it("never leads out of the portal, whatever stands in the storage", () => {
    localStorage.setItem(
      "palette-recent:me",
      JSON.stringify([{ ...customer("1"), href: "https://evil.example" }]),
    );
    expect(readRecent("me")).toEqual([]);
  });
});
