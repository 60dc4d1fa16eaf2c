import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRetryBudget } from "./retry-budget";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function spendAll(budget: ReturnType<typeof createRetryBudget>): number {
  let spent = 0;
  while (budget.spend()) spent += 1;
  return spent;
}

describe("a budget of retries", () => {
  it("is a share of the calls once the reserve is used up", () => {
    const budget = createRetryBudget({ ratio: 0.15, reserve: 10, perSecond: 0 });
    expect(spendAll(budget)).toBe(10);
    let retries = 0;
    for (let call = 1; call <= 1_000; call += 1) {
      budget.earn();
      retries += spendAll(budget);
    }
    expect(retries).toBeGreaterThanOrEqual(140);
    expect(retries).toBeLessThanOrEqual(150);
  });

  it("comes back by itself, so that a quiet portal can repeat a question", () => {
    const budget = createRetryBudget({ ratio: 0.15, reserve: 10, perSecond: 0.5 });
    spendAll(budget);
    vi.advanceTimersByTime(4_000);
    expect(spendAll(budget)).toBe(2);
    vi.advanceTimersByTime(3_600_000);
    expect(spendAll(budget)).toBe(10);
  });
});
