import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainText } from "./plain-text";
import { anyText } from "./testing/any-text";

describe("plain text", () => {
  it("keeps paragraphs and lists readable", () => {
    const markup = "<h2>What&nbsp;you get</h2><p>Mail &amp; files.</p><ul><li>One</li>\n<li>Two</li></ul>";
    expect(toPlainText(markup)).toBe("What you get\n\nMail & files.\n• One\n• Two");
  });

  it("drops what scripts, styles and frames hold, closed or not", () => {
    expect(toPlainText("a<script>alert(1)</script>b<STYLE>p{}</STYLE >c")).toBe("abc");
    expect(toPlainText("a<iframe src='x'>hidden")).toBe("a");
  });

  it("keeps what only looks like markup", () => {
    expect(toPlainText("1 < 2 and 3 > 2")).toBe("1 < 2 and 3 > 2");
  });

  it("decodes characters once, and no control characters", () => {
    expect(toPlainText("&#233;&#x20AC;&amp;lt;b&amp;gt;")).toBe("é€&lt;b&gt;");
    expect(toPlainText("a&#0;b&#xD800;c")).toBe("a b c");
    expect(toPlainText("&unheard;")).toBe("&unheard;");
  });

  it("says null for nothing", () => {
    for (const nothing of [null, "", "<p> </p>", "<script>x</script>"])
      expect(toPlainText(nothing)).toBeNull();
  });

  it("survives any text quickly", () => {
    fc.assert(fc.property(anyText, (text) => typeof toPlainText(text) !== "undefined"));
    const started = performance.now();
    for (const hostile of [
      "<a".repeat(50_000),
      "<script>".repeat(20_000),
      "&#".repeat(50_000),
      " ".repeat(99_999),
    ]) {
      toPlainText(hostile);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
