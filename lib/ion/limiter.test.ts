import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLimiter } from "./limiter";

const forever = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("lets those who waited for Ion's return in by and by, and is at full width again within two seconds", async () => {
  const limiter = createLimiter({ concurrency: 8, maxQueued: 100 });
  limiter.ramp();
  let running = 0;
  const ends: (() => void)[] = [];
  for (let call = 1; call <= 50; call += 1) {
    void limiter.run(() => {
      running += 1;
      return new Promise<void>((resolve) => ends.push(resolve));
    }, forever);
  }
  const widths: number[] = [];
  for (let step = 1; step <= 5; step += 1) {
    await vi.advanceTimersByTimeAsync(10);
    widths.push(running);
    await vi.advanceTimersByTimeAsync(290);
  }
  expect(widths).toEqual([1, 2, 4, 8, 8]);
  for (const end of ends) end();
});
