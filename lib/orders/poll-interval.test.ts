import { expect, test } from "vitest";
import type { OrderState } from "./order-status";
import { pollAfterMs } from "./poll-interval";

const now = Date.parse("2026-03-01T10:00:00Z");
const order = (state: OrderState, secondsAgo: number) => ({
  status: { state },
  createdAt: null,
  updatedAt: new Date(now - secondsAgo * 1000).toISOString(),
});

test("the pace starts at two seconds and grows to fifteen", () => {
  const paces = [0, 10, 40, 100, 150, 600].map((age) => pollAfterMs([order("running", age)], now));
  expect(paces).toEqual([2000, 2000, 4000, 10_000, 15_000, 15_000]);
});

test("the order that moved last sets the pace", () => {
  expect(pollAfterMs([order("running", 3000), order("pending", 5), order("done", 1)], now)).toBe(2000);
});

test("nothing is asked once everything is settled", () => {
  expect(pollAfterMs([order("done", 1), order("failed", 1), order("cancelled", 1)], now)).toBeNull();
  expect(pollAfterMs([], now)).toBeNull();
});

test("what has stood still for months is asked for once a minute, and never given up", () => {
  expect(pollAfterMs([order("running", 90 * 24 * 3600)], now)).toBe(60_000);
});

test("an unknown state and a clock that runs ahead keep being followed", () => {
  expect(pollAfterMs([order("unknown", -500)], now)).toBe(2000);
  expect(pollAfterMs([{ status: { state: "pending" }, createdAt: null, updatedAt: null }], now)).toBe(2000);
});
