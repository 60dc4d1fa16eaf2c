import { describe, expect, it } from "vitest";
import { toSafeImage } from "./safe-image";
import { toSafeLink } from "./safe-link";

describe("links of vendors", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "https://user:pw@a.example",
    "",
    null,
    "x",
  ])("refuses %j", (address) => {
    expect(toSafeLink(address)).toBeNull();
  });

  it("takes http and https", () => {
    expect(toSafeLink(" https://learn.example/a?b=1 ")).toBe("https://learn.example/a?b=1");
  });
});

describe("images of vendors", () => {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB";

  it("takes raster images by what they are, whatever the label says", () => {
    expect(toSafeImage(png)).toBe(`data:image/png;base64,${png}`);
    expect(toSafeImage(`data:image/jpeg;base64,${png}`)).toBe(`data:image/png;base64,${png}`);
  });

  it("refuses addresses, SVG, markup and what is too big", () => {
    expect(toSafeImage("https://tracker.example/x.png")).toBeNull();
    expect(toSafeImage("data:image/svg+xml;base64,PHN2Zz4=")).toBeNull();
    expect(toSafeImage("<svg onload=alert(1)>")).toBeNull();
    expect(toSafeImage(`${png}"onerror=`)).toBeNull();
    expect(toSafeImage(png + "A".repeat(300_000))).toBeNull();
  });
});
