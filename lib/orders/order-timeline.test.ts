import { describe, expect, test } from "vitest";
import { ORDER_PHASES, type OrderPhase, type OrderState } from "./order-status";
import { orderTimeline } from "./order-timeline";

const createdAt = "2026-03-01T10:00:00.000Z";
const updatedAt = "2026-03-01T10:05:00.000Z";
const timeline = (phase: OrderPhase, state: OrderState, kind: "new" | "change" = "new", attention = false) =>
  orderTimeline({
    kind,
    createdAt,
    updatedAt,
    status: { state, phase, raw: null, since: updatedAt, attention },
  });
const shape = (...args: Parameters<typeof timeline>) =>
  timeline(...args).map(({ id, state }) => `${id} ${state}`);

describe("the timeline of an order", () => {
  test("goes from placed over review and provisioning to done", () => {
    expect(shape("new", "pending")).toEqual([
      "placed done",
      "review current",
      "provisioning upcoming",
      "done upcoming",
    ]);
    expect(shape("onHold", "pending", "new", true)).toEqual([
      "placed done",
      "onHold attention",
      "provisioning upcoming",
      "done upcoming",
    ]);
    expect(shape("confirmed", "pending")).toEqual([
      "placed done",
      "released done",
      "queued current",
      "done upcoming",
    ]);
    expect(shape("running", "running")).toEqual([
      "placed done",
      "released done",
      "provisioning current",
      "done upcoming",
    ]);
    expect(shape("done", "done")).toEqual(["placed done", "released done", "provisioning done", "done done"]);
  });

  test("a change of a subscription has no review", () => {
    expect(shape("running", "running", "change")).toEqual([
      "placed done",
      "provisioning current",
      "done upcoming",
    ]);
  });

  test("taking long is a step that goes on, not one that failed", () => {
    for (const state of ["running", "pending"] as const) {
      const steps = timeline("takingLong", state);
      expect(steps.some((step) => step.state === "failed")).toBe(false);
      expect(steps.some((step) => step.state === "attention")).toBe(true);
    }
  });

  test("what went wrong ends it", () => {
    expect(timeline("failed", "failed").at(-1)).toMatchObject({
      id: "failed",
      state: "failed",
      at: updatedAt,
    });
    expect(timeline("partlyDone", "failed").at(-1)).toMatchObject({ id: "partlyDone", state: "failed" });
    expect(timeline("cancelled", "cancelled").at(-1)).toMatchObject({ id: "cancelled", at: updatedAt });
  });

  test("only times that Ion gave are shown", () => {
    const given = new Set([createdAt, updatedAt]);
    for (const phase of ORDER_PHASES) {
      for (const step of timeline(phase, "running")) {
        for (const time of [step.at, step.since]) if (time !== null) expect(given.has(time)).toBe(true);
      }
    }
    expect(timeline("done", "done").find((step) => step.id === "released")?.at).toBeNull();
  });

  test("at most one step goes on, and nothing that comes stands before it", () => {
    for (const phase of ORDER_PHASES) {
      const states = timeline(phase, phase === "takingLong" ? "pending" : "running").map(
        (step) => step.state,
      );
      expect(
        states.filter((state) => state === "current" || state === "attention").length,
      ).toBeLessThanOrEqual(1);
      const upcoming = states.indexOf("upcoming");
      if (upcoming >= 0) expect(states.slice(upcoming).every((state) => state === "upcoming")).toBe(true);
    }
  });
});
