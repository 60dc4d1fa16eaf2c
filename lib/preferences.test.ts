import { describe, expect, it } from "vitest";
import {
  getThemeAttribute,
  isRailCollapsed,
  preferenceCookie,
  readTableLayout,
  writeTableLayout,
} from "@/lib/preferences";

describe("preferences", () => {
  it("follows the device unless a known theme was chosen", () => {
    expect([undefined, "", "dark", "light", '"><script>'].map(getThemeAttribute)).toEqual([
      undefined,
      undefined,
      "dark",
      "light",
      undefined,
    ]);
  });

  it("shows the words of the rail unless they were put away", () => {
    expect([undefined, "collapsed", "open"].map(isRailCollapsed)).toEqual([false, true, false]);
  });

  it("keeps a choice for a year and takes it back at once", () => {
    expect(preferenceCookie("theme", "dark")).toBe("theme=dark; path=/; max-age=31536000; samesite=lax");
    expect(preferenceCookie("theme", undefined)).toContain("max-age=0");
  });
});

describe("the layout of a table", () => {
  it("comes back from its cookie as it was written", () => {
    for (const layout of [
      { density: "compact", columns: ["name", "created-at"] },
      { density: "comfortable", columns: null },
    ] as const) {
      expect(readTableLayout(writeTableLayout(layout))).toEqual(layout);
    }
  });

  it("is the table's own when the cookie makes no sense", () => {
    for (const value of [undefined, "", "tiny.name", "compact.<script>", "compact..", "x".repeat(5000)]) {
      expect(readTableLayout(value)).toEqual({ density: "comfortable", columns: null });
    }
  });
});
