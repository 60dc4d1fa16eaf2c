import { describe, expect, test } from "vitest";
import { duePass, type MirrorStanding } from "./due-pass";

const now = new Date("2026-01-01T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const quiet: MirrorStanding = {
  fullAt: ago(5),
  leasedUntil: null,
  running: false,
  held: null,
  failedAt: null,
};
const orders = { canTellChanges: true, now };
const others = { canTellChanges: false, now };

describe("the pass that a mirror needs", () => {
  test("an empty one is filled, known or not", () => {
    expect(duePass("products", undefined, others)).toEqual({ kind: "full", trigger: "start" });
    expect(duePass("products", { ...quiet, fullAt: null }, others)).toEqual({
      kind: "full",
      trigger: "start",
    });
  });

  test("one that somebody works on is left alone, until the lease has run out", () => {
    expect(duePass("orders", { ...quiet, running: true, leasedUntil: ago(-1) }, orders)).toBeNull();
    expect(duePass("orders", { ...quiet, running: true, leasedUntil: ago(1) }, orders)).toEqual({
      kind: "full",
      trigger: "start",
    });
  });

  test("changes are asked for each time where Ion can tell, nothing where it can't", () => {
    expect(duePass("orders", quiet, orders)).toEqual({ kind: "incremental", trigger: "schedule" });
    expect(duePass("customers", quiet, others)).toBeNull();
  });

  test("a full pass is due after half an hour, for products after two hours", () => {
    const full = { kind: "full", trigger: "schedule" };
    expect(duePass("customers", { ...quiet, fullAt: ago(29) }, others)).toBeNull();
    for (const resource of ["customers", "orders", "subscriptions"] as const) {
      expect(duePass(resource, { ...quiet, fullAt: ago(30) }, others), resource).toEqual(full);
    }
    expect(duePass("products", { ...quiet, fullAt: ago(119) }, others)).toBeNull();
    expect(duePass("products", { ...quiet, fullAt: ago(120) }, others)).toEqual(full);
  });

  test("a held run stops full passes, not the others, until a person has decided", () => {
    const old = { ...quiet, fullAt: ago(500) };
    expect(duePass("orders", { ...old, held: "undecided" }, orders)?.kind).toBe("incremental");
    expect(duePass("customers", { ...old, held: "undecided" }, others)).toBeNull();
    expect(duePass("customers", { ...quiet, held: "decided" }, others)?.kind).toBe("full");
  });

  test("after a failure Ion has two minutes of rest", () => {
    expect(duePass("products", { ...quiet, fullAt: null, failedAt: ago(1) }, others)).toBeNull();
    expect(duePass("products", { ...quiet, fullAt: null, failedAt: ago(2) }, others)?.kind).toBe("full");
  });
});
