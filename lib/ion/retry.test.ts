import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IonErrorKind } from "./errors";
import { DEFAULT_LIMITS } from "./limits";
import { type FailedAttempt, pauseBeforeRetry, readRetryAfter } from "./retry";

const failed: FailedAttempt = {
  method: "GET",
  mayRepeat: true,
  kind: "unavailable",
  sent: "answered",
  understood: false,
  retryAfterMs: null,
  attempt: 1,
  remainingMs: 60_000,
};

const kinds = fc.constantFrom<IonErrorKind>(
  "unauthorized",
  "forbidden",
  "not-found",
  "conflict",
  "precondition",
  "invalid",
  "validation",
  "method-not-allowed",
  "rate-limited",
  "server",
  "unavailable",
  "timeout",
  "network",
  "bad-answer",
  "outcome-unknown",
  "connection-lost",
  "aborted",
);

describe("pauseBeforeRetry", () => {
  it.each<IonErrorKind>(["network", "timeout", "server", "unavailable", "rate-limited", "bad-answer"])(
    "repeats a GET after %s",
    (kind) => {
      expect(pauseBeforeRetry({ ...failed, kind }, DEFAULT_LIMITS)).not.toBeNull();
    },
  );

  it.each<IonErrorKind>([
    "unauthorized",
    "forbidden",
    "not-found",
    "precondition",
    "invalid",
    "validation",
    "connection-lost",
    "aborted",
  ])("does not repeat a GET after %s", (kind) => {
    expect(pauseBeforeRetry({ ...failed, kind }, DEFAULT_LIMITS)).toBeNull();
  });

  it("never repeats anything but a GET once it may have left, whatever happened", () => {
    const writes = fc.record({
      method: fc.constantFrom("POST", "PUT", "DELETE"),
      kind: kinds,
      sent: fc.constantFrom("maybe" as const, "answered" as const),
      attempt: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(writes, (write) => {
        expect(pauseBeforeRetry({ ...failed, ...write }, DEFAULT_LIMITS)).toBeNull();
      }),
    );
  });

  it("repeats a POST that certainly did not leave", () => {
    const refused = { ...failed, method: "POST", kind: "network", sent: "no" } as const;
    expect(pauseBeforeRetry(refused, DEFAULT_LIMITS)).not.toBeNull();
    expect(pauseBeforeRetry({ ...refused, kind: "connection-lost" }, DEFAULT_LIMITS)).toBeNull();
  });

  it("does not repeat what never left for want of a token or of a turn", () => {
    for (const kind of ["unavailable", "timeout", "connection-lost"] as const) {
      expect(pauseBeforeRetry({ ...failed, kind, sent: "no" }, DEFAULT_LIMITS)).toBeNull();
    }
  });

  it("does not repeat an answer that was read and made no sense", () => {
    expect(pauseBeforeRetry({ ...failed, kind: "bad-answer", understood: true }, DEFAULT_LIMITS)).toBeNull();
  });

  it("does not repeat a call that asks not to be", () => {
    expect(pauseBeforeRetry({ ...failed, mayRepeat: false }, DEFAULT_LIMITS)).toBeNull();
  });

  it("stops after the last attempt", () => {
    const last = { ...failed, attempt: DEFAULT_LIMITS.maxAttempts };
    expect(pauseBeforeRetry(last, DEFAULT_LIMITS)).toBeNull();
  });

  it("doubles the longest pause up to the bound, with jitter from nothing to that pause", () => {
    const longest = [1, 2, 3].map((attempt) =>
      pauseBeforeRetry({ ...failed, attempt }, DEFAULT_LIMITS, () => 1),
    );
    expect(longest).toEqual([250, 500, 1000]);
    expect(pauseBeforeRetry(failed, DEFAULT_LIMITS, () => 0)).toBe(0);
    const many = { ...DEFAULT_LIMITS, maxAttempts: 30 };
    expect(pauseBeforeRetry({ ...failed, attempt: 20 }, many, () => 1)).toBe(DEFAULT_LIMITS.retryMaxMs);
  });

  it("waits at least as long as Ion says", () => {
    const told = { ...failed, kind: "rate-limited", retryAfterMs: 3_000 } as const;
    expect(pauseBeforeRetry(told, DEFAULT_LIMITS, () => 0)).toBe(3_000);
  });

  it("does not try again at once when Ion asks for less without saying how long to wait", () => {
    const told = { ...failed, kind: "rate-limited", attempt: 2 } as const;
    expect(pauseBeforeRetry(told, DEFAULT_LIMITS, () => 0)).toBe(DEFAULT_LIMITS.retryBaseMs);
    expect(pauseBeforeRetry(told, DEFAULT_LIMITS, () => 1)).toBe(2 * DEFAULT_LIMITS.retryBaseMs);
  });

  it("gives up at once when Ion asks for a longer wait than the bound, or than the deadline leaves", () => {
    const told = { ...failed, kind: "rate-limited" } as const;
    expect(pauseBeforeRetry({ ...told, retryAfterMs: 3_600_000 }, DEFAULT_LIMITS)).toBeNull();
    expect(pauseBeforeRetry({ ...told, retryAfterMs: 5_000, remainingMs: 4_000 }, DEFAULT_LIMITS)).toBeNull();
  });
});

describe("readRetryAfter", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");

  it.each([
    ["2", 2_000],
    ["0", 0],
    ["1.5", 1_500],
    ["Sun, 01 Mar 2026 12:00:30 GMT", 30_000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["", null],
    [undefined, null],
  ])("reads %j as %j", (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds);
  });
});
