import { describe, expect, it } from "vitest";
import { render } from "@/components/testing/render";
import type { Freshness } from "@/lib/mirror/freshness";
import { FillProgress } from "./fill-progress";

const filling: Freshness = { asOf: null, running: { rows: 3400, expected: 20_000 }, held: false };
const shown = (freshness: Freshness, empty = false) =>
  render(<FillProgress resource="orders" freshness={freshness} empty={empty} />);

describe("a list that is being filled for the first time", () => {
  it("says how many of the expected rows have come", () => {
    const html = shown(filling);
    expect(html).toMatch(/role="progressbar"[^>]*aria-valuemax="20000"[^>]*aria-valuenow="3400"/);
    expect(html).toContain("3,400 of 20,000 rows");
    expect(html).toContain("What has come so far is below");
  });

  it("promises no end where nobody knows how many rows there are", () => {
    const html = shown({ ...filling, running: { rows: 3400, expected: null } });
    expect(html).not.toContain("aria-valuemax");
    expect(html).toContain("3,400 rows");
  });

  it("says that a stopped first reading leaves the list incomplete", () => {
    expect(shown({ asOf: null, running: null, held: true })).toContain("the list is not complete");
  });

  it("is not there once the list has been read", () => {
    expect(shown({ asOf: "2026-11-22T00:00:00Z", running: null, held: false })).toBe("");
  });
});
