import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CircuitOpenError, type CircuitState, createCircuitBreaker } from "./circuit-breaker";

const forever = new AbortController().signal;
let ionAnswers: boolean;
let probes: { at: number; patient: boolean }[];
let changes: CircuitState[];

beforeEach(() => {
  vi.useFakeTimers();
  ionAnswers = false;
  probes = [];
  changes = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function make(random = 0.5, answersAfterMs = 0) {
  return createCircuitBreaker({
    probe: async ({ patient }) => {
      probes.push({ at: Date.now(), patient });
      if (answersAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, answersAfterMs));
      return ionAnswers;
    },
    onChange: (state) => changes.push(state),
    random: () => random,
  });
}

function open(random?: number, answersAfterMs?: number) {
  const breaker = make(random, answersAfterMs);
  for (let failure = 1; failure <= 5; failure += 1) breaker.failed();
  return breaker;
}

describe("a circuit breaker", () => {
  it("lets calls through until five attempts in a row failed", async () => {
    const breaker = make();
    for (let failure = 1; failure <= 4; failure += 1) breaker.failed();
    breaker.succeeded();
    for (let failure = 1; failure <= 4; failure += 1) breaker.failed();
    await breaker.admit(forever);
    expect(breaker.state()).toBe("closed");
    breaker.failed();
    expect(changes).toEqual(["open"]);
  });

  it("opens when hardly anything gets through, too", () => {
    const breaker = make();
    for (let call = 1; call <= 40 && breaker.state() === "closed"; call += 1) {
      if (call % 5 === 0) breaker.succeeded();
      else breaker.failed();
    }
    expect(breaker.state()).toBe("open");
  });

  it("stays closed while a third of all fails, in whatever order", () => {
    const breaker = make();
    for (let call = 1; call <= 300; call += 1) {
      if (call % 3 === 0) breaker.failed();
      else breaker.succeeded();
    }
    expect(changes).toEqual([]);
  });

  it("refuses within a second while it is open, and never lets a caller find out", async () => {
    const breaker = open(0.5, 60_000);
    const refused = expect(breaker.admit(forever)).rejects.toBeInstanceOf(CircuitOpenError);
    await vi.advanceTimersByTimeAsync(1_000);
    await refused;
  });

  it("refuses at once when the probe says that Ion is still away", async () => {
    const breaker = open();
    await vi.advanceTimersByTimeAsync(1_500);
    const refused = expect(breaker.admit(forever)).rejects.toBeInstanceOf(CircuitOpenError);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
    expect(probes).toHaveLength(1);
  });

  it.each([0, 1])(
    "notices Ion's return within five seconds without any caller (jitter %d)",
    async (random) => {
      const breaker = open(random);
      await vi.advanceTimersByTimeAsync(20_000);
      const asked = probes.length;
      expect(asked).toBeGreaterThanOrEqual(4);
      ionAnswers = true;
      await vi.advanceTimersByTimeAsync(5_000);
      expect(breaker.state()).toBe("closed");
      expect(probes).toHaveLength(asked + 1);
      expect(changes).toEqual(["open", "closed"]);
    },
  );

  it("sends one probe for any number of callers, and lets them all in when Ion answers it", async () => {
    const breaker = open();
    ionAnswers = true;
    const admitted = Promise.all(Array.from({ length: 200 }, () => breaker.admit(forever)));
    await vi.advanceTimersByTimeAsync(600);
    await admitted;
    expect(probes).toHaveLength(1);
  });

  it("keeps half a second between two probes, however many ask", async () => {
    const breaker = open();
    for (let step = 1; step <= 100; step += 1) {
      breaker.admit(forever).catch(() => undefined);
      await vi.advanceTimersByTimeAsync(50);
    }
    const gaps = probes.slice(1).map(({ at }, index) => at - (probes[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
  });

  it("has patience with every third probe, for an Ion that is back but slow", async () => {
    open();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(probes.slice(0, 6).map(({ patient }) => patient)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it("closes with the answer to a call that was under way", async () => {
    const breaker = open();
    breaker.succeeded();
    await breaker.admit(forever);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(probes).toEqual([]);
  });

  it("ends a caller's wait with the caller's patience", async () => {
    const breaker = open(0.5, 60_000);
    const controller = new AbortController();
    const waiting = expect(breaker.admit(controller.signal)).rejects.toThrow("gone");
    controller.abort(new Error("gone"));
    await waiting;
  });

  it("asks no more once it is stopped", async () => {
    open().stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(probes).toEqual([]);
  });
});
