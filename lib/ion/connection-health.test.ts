import { describe, expect, it } from "vitest";
import { type ConnectionFacts, healthOf } from "./connection-health";

const NOW = new Date("2026-03-01T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const fromNow = (ms: number) => new Date(NOW.getTime() + ms);

const well: ConnectionFacts = {
  state: "ok",
  accessExpiresAt: fromNow(HOUR),
  refreshExpiresAt: fromNow(30 * DAY),
  rotationFailingSince: null,
};

describe("the health of a connection", () => {
  it("is ok with weeks left and renewals that work", () => {
    expect(healthOf(well, NOW)).toEqual({ state: "ok", why: null, worksUntil: null, daysLeft: 30 });
  });

  it.each([
    [7 * DAY, "ok"],
    [7 * DAY - 1, "expiring"],
    [-DAY, "expiring"],
  ])("with %d ms of its 32 days left is %s", (left, state) => {
    const health = healthOf({ ...well, refreshExpiresAt: fromNow(left) }, NOW);
    expect(health.state).toBe(state);
    expect(health.daysLeft).toBeGreaterThanOrEqual(0);
  });

  it("is expiring when renewals keep failing while the access token lives, and tells to when", () => {
    expect(healthOf({ ...well, rotationFailingSince: fromNow(-60_000) }, NOW).state).toBe("ok");
    expect(healthOf({ ...well, rotationFailingSince: fromNow(-120_000) }, NOW)).toMatchObject({
      state: "expiring",
      why: "renewal-fails",
      worksUntil: fromNow(HOUR).toISOString(),
    });
  });

  it("tells how long a lost connection still works, and when it does not any more", () => {
    expect(healthOf({ ...well, state: "lost" }, NOW)).toMatchObject({
      state: "lost",
      worksUntil: fromNow(HOUR).toISOString(),
      daysLeft: 0,
    });
    expect(healthOf({ ...well, state: "lost", accessExpiresAt: fromNow(-1) }, NOW).worksUntil).toBeNull();
  });

  it("of an account that was never connected is none", () => {
    expect(healthOf({ ...well, state: "none" }, NOW).state).toBe("none");
  });

  it("is ok with a token of unknown age: a renewal will tell", () => {
    expect(healthOf({ ...well, refreshExpiresAt: null, accessExpiresAt: null }, NOW)).toMatchObject({
      state: "ok",
      daysLeft: null,
    });
  });
});
