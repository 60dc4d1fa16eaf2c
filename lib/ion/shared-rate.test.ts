import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSharedRate, type RateStore } from "./shared-rate";

const forever = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A count of so many calls a second that processes share, as the database keeps it. */
function sharedCount(perSecond: number) {
  let startedAt = 0;
  let taken = 0;
  let blockedUntil = 0;
  let asked = 0;
  const store: RateStore = {
    reserve: async (calls) => {
      asked += 1;
      const now = Date.now();
      if (now < blockedUntil) return { granted: false, msLeft: blockedUntil - now };
      if (now - startedAt >= 1_000) {
        startedAt = now;
        taken = 0;
      }
      taken += calls;
      return { granted: taken <= perSecond, msLeft: startedAt + 1_000 - now };
    },
    block: async (ms) => {
      blockedUntil = Date.now() + ms;
    },
  };
  return { store, asked: () => asked };
}

/** Takes as fast as it may until the time is over; tells in which second each call went. */
async function takeFor(rates: ReturnType<typeof createSharedRate>[], ms: number) {
  const began = Date.now();
  const perSecond: number[] = [];
  let over = false;
  for (const rate of rates) {
    for (let caller = 1; caller <= 10; caller += 1) {
      void (async () => {
        while (!over) {
          await rate.take(forever);
          const second = Math.floor((Date.now() - began) / 1_000);
          perSecond[second] = (perSecond[second] ?? 0) + 1;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })();
    }
  }
  await vi.advanceTimersByTimeAsync(ms - 1);
  over = true;
  return perSecond;
}

describe("a rate that processes share", () => {
  it("is kept by all of them together", async () => {
    const { store } = sharedCount(50);
    const seconds = await takeFor([createSharedRate(50, store), createSharedRate(50, store)], 5_000);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(50);
    expect(seconds.reduce((sum, calls) => sum + calls, 0)).toBeGreaterThan(180);
  });

  it("asks the store once for several calls", async () => {
    const { store, asked } = sharedCount(1_000);
    const rate = createSharedRate(1_000, store);
    await Promise.all(Array.from({ length: 100 }, () => rate.take(forever)));
    expect(asked()).toBe(1);
  });

  it("stops for all of them when Ion asks one to slow down", async () => {
    const { store } = sharedCount(50);
    const [one, other] = [createSharedRate(50, store), createSharedRate(50, store)];
    one.pause(4_000);
    let went = false;
    void other.take(forever).then(() => {
      went = true;
    });
    await vi.advanceTimersByTimeAsync(3_900);
    expect(went).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(went).toBe(true);
  });

  it("lets calls through when the count can't be kept, and says so", async () => {
    const onError = vi.fn();
    const store = { reserve: () => Promise.reject(new Error("no database")), block: async () => undefined };
    await createSharedRate(10, store, { onError }).take(forever);
    expect(onError).toHaveBeenCalledOnce();
  });

  it("ends a wait with the caller's patience", async () => {
    const store = { reserve: async () => ({ granted: false, msLeft: 60_000 }), block: async () => undefined };
    const controller = new AbortController();
    const waiting = expect(createSharedRate(10, store).take(controller.signal)).rejects.toThrow("gone");
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(new Error("gone"));
    await waiting;
  });
});
