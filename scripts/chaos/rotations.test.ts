import { describe, expect, it } from "vitest";
import { exchangesOf, overlaps, staleSpends, whyDead } from "./rotations";
import { tokenName } from "./token-name";

const exchange = (token: string, startMs: number, endMs: number) => ({ token, status: 200, startMs, endMs });
const said = (process: number, step: string, token: string, atMs = 0) => ({ process, step, token, atMs });

describe("what is read from Ion's journal of rotations", () => {
  it("names the token and says from when to when an exchange lasted", () => {
    const [found] = exchangesOf([
      {
        number: 1,
        startedAtMs: 1000,
        durationMs: 40,
        method: "POST",
        path: "/oauth/token",
        requestBody: "grant_type=refresh_token&refresh_token=abc",
        status: 200,
        responseBody: null,
        faults: [],
      },
    ]);
    expect(found).toEqual({ token: tokenName("abc"), status: 200, startMs: 1000, endMs: 1040 });
  });

  it("finds two rotations at once, and none where one follows the other", () => {
    expect(overlaps([exchange("a", 0, 40), exchange("b", 40, 80)])).toEqual([]);
    expect(overlaps([exchange("b", 30, 80), exchange("a", 0, 40)])).toHaveLength(1);
  });

  it("finds a rotation from a token whose successor was stored already", () => {
    const stored = [said(1, "stored", "a", 50)];
    expect(staleSpends([exchange("a", 10, 40)], stored)).toEqual([]);
    expect(staleSpends([exchange("a", 10, 40), exchange("a", 60, 70)], stored)).toHaveLength(1);
    expect(staleSpends([exchange("b", 60, 70)], stored)).toEqual([]);
  });
});

describe("why a refresh token that the portal holds is dead", () => {
  it("never arrived when no process had the answer", () => {
    expect(whyDead("a", [said(1, "asking", "a")], new Set([1]))).toBe("never-arrived");
  });

  it("died with its process when that was killed before it could store it", () => {
    const lines = [said(1, "asking", "a"), said(1, "received", "a")];
    expect(whyDead("a", lines, new Set([1]))).toBe("died-holding");
  });

  it("is lost when a living process had it, or when it was stored and is gone all the same", () => {
    const lines = [said(1, "asking", "a"), said(1, "received", "a")];
    expect(whyDead("a", lines, new Set())).toBe("lost");
    expect(whyDead("a", [...lines, said(1, "stored", "a")], new Set([1]))).toBe("lost");
  });
});
