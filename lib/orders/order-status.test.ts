import { describe, expect, test } from "vitest";
import { orderState } from "@/lib/ion/schemas/order-state";
import {
  isCancellable,
  isSettled,
  readItemPhase,
  readOrderStatus,
  type StatusSource,
  TAKING_LONG_AFTER_MS,
} from "./order-status";
import { orderTone } from "./order-tone";

const CREATED = "2026-03-01T10:00:00.000Z";
const soon = Date.parse(CREATED) + 60_000;
const late = Date.parse(CREATED) + TAKING_LONG_AFTER_MS + 1;

function order(status: string | null, items: (string | null)[] = [status], more: Partial<StatusSource> = {}) {
  return {
    status,
    state: orderState(status),
    items: items.map((each) => ({ status: each, state: orderState(each) })),
    createdAt: CREATED,
    updatedAt: "2026-03-01T10:00:30.000Z",
    ...more,
  };
}
const phase = (source: StatusSource, nowMs = soon) => readOrderStatus(source, nowMs).phase;

describe("the status of an order", () => {
  test("each of Ion's words reads as one phase, in either case and spelling", () => {
    expect(phase(order("NEW"))).toBe("new");
    expect(phase(order("ON_HOLD"))).toBe("onHold");
    expect(phase(order("CONFIRMED"))).toBe("confirmed");
    expect(phase(order("IN_PROGRESS"))).toBe("running");
    expect(phase(order("in_progress"))).toBe("running");
    expect(phase(order("COMPLETE"))).toBe("done");
    expect(phase(order("COMPLETED"))).toBe("done");
    expect(phase(order("ERROR"))).toBe("failed");
    expect(phase(order("CANCELED"))).toBe("cancelled");
    expect(phase(order("CANCELLED"))).toBe("cancelled");
    expect(phase(order("WQM_REVIEW"))).toBe("unknown");
    expect(phase(order(null, []))).toBe("unknown");
  });

  test("an order is done only when every item is", () => {
    expect(phase(order("COMPLETED", ["COMPLETED", "COMPLETE"]))).toBe("done");
    expect(phase(order("COMPLETED", ["COMPLETED", "IN_PROGRESS"]))).toBe("running");
    expect(phase(order("COMPLETED", ["COMPLETED", "ACTIVE"]))).toBe("running");
    expect(phase(order("COMPLETED", ["COMPLETED", "ERROR"]))).toBe("partlyDone");
    expect(phase(order("ERROR", ["COMPLETED", "ERROR"]))).toBe("partlyDone");
    expect(phase(order("COMPLETED", ["ERROR"]))).toBe("failed");
    expect(phase(order("COMPLETED", [null]))).toBe("done");
  });

  test("an item does not decide for an order that is not done", () => {
    expect(phase(order("ON_HOLD", ["ACTIVE"]))).toBe("onHold");
    expect(phase(order("IN_PROGRESS", ["NEW"]))).toBe("running");
  });

  test("an order that takes months takes long, and never fails by itself", () => {
    const months = Date.parse("2026-09-01T00:00:00Z");
    for (const status of ["NEW", "CONFIRMED", "IN_PROGRESS"]) {
      expect(readOrderStatus(order(status), late)).toMatchObject({
        phase: "takingLong",
        since: CREATED,
        attention: true,
      });
      expect(isSettled(readOrderStatus(order(status), months).state)).toBe(false);
    }
    expect(phase(order("COMPLETED"), months)).toBe("done");
  });

  test("an order scheduled for later does not take long before its time", () => {
    const scheduledAt = "2026-03-02T10:00:00.000Z";
    expect(phase(order("CONFIRMED", ["CONFIRMED"], { scheduledAt }), late)).toBe("confirmed");
  });

  test("the hold every new order goes through asks for nobody; one with a reason, or a long one, does", () => {
    const reason = [{ status: "ON_HOLD", state: "pending", additionalInformation: "Credit check" } as const];
    expect(readOrderStatus(order("ON_HOLD"), soon).attention).toBe(false);
    expect(readOrderStatus({ ...order("ON_HOLD"), items: reason }, soon).attention).toBe(true);
    expect(readOrderStatus(order("ON_HOLD"), late)).toMatchObject({ phase: "onHold", attention: true });
    expect(orderTone({ phase: "onHold", attention: false })).toBe("waiting");
    expect(orderTone({ phase: "onHold", attention: true })).toBe("attention");
  });

  test("failed, partly done and unknown orders ask for a person; done and cancelled ones do not", () => {
    expect(readOrderStatus(order("ERROR"), soon).attention).toBe(true);
    expect(readOrderStatus(order("ERROR", ["COMPLETED", "ERROR"]), soon).attention).toBe(true);
    expect(readOrderStatus(order("SOMETHING"), soon).attention).toBe(true);
    expect(readOrderStatus(order("COMPLETED"), late).attention).toBe(false);
    expect(readOrderStatus(order("CANCELED"), late).attention).toBe(false);
  });
});

test("only new orders and orders on hold can be cancelled", () => {
  const words = ["NEW", "ON_HOLD", "CONFIRMED", "IN_PROGRESS", "COMPLETED", "ERROR", "CANCELED", "", null];
  expect(words.filter(isCancellable)).toEqual(["NEW", "ON_HOLD"]);
  expect(isCancellable("on_hold")).toBe(true);
});

test("an item reads by its own status", () => {
  expect(readItemPhase({ state: "pending", status: "ON_HOLD" })).toBe("onHold");
  expect(readItemPhase({ state: "done", status: "COMPLETE" })).toBe("done");
  expect(readItemPhase({ state: "unknown", status: "ACTIVE" })).toBe("unknown");
});
