import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { lastIonCall, recordIonCall } from "./last-call";
import type { IonRequestEvent } from "./transport";

const answered: IonRequestEvent = {
  operation: "customers.list",
  method: "GET",
  path: "/customers",
  attempt: 1,
  durationMs: 120,
  status: 200,
  sent: "answered",
};

function stateAfter(event: Partial<IonRequestEvent>) {
  const account = randomUUID();
  recordIonCall(account, { ...answered, ...event }, new Date("2026-03-01T12:00:00Z"));
  return lastIonCall(account)?.state;
}

describe("the last call of an account", () => {
  it("is unknown before the first", () => {
    expect(lastIonCall(randomUUID())).toBeUndefined();
  });

  it.each<[Partial<IonRequestEvent>, string | undefined]>([
    [{}, "ok"],
    [{ durationMs: 3_001 }, "slow"],
    [{ status: 404, failure: "not-found" }, "ok"],
    [{ status: 400, failure: "validation" }, "ok"],
    [{ status: 429, failure: "rate-limited" }, "ok"],
    [{ status: 500, failure: "server" }, "down"],
    [{ status: 503, failure: "outcome-unknown", sent: "maybe" }, "down"],
    [{ status: undefined, failure: "network", sent: "no" }, "down"],
    [{ status: undefined, failure: "timeout", sent: "maybe" }, "down"],
    [{ status: 200, failure: "bad-answer" }, "down"],
    [{ status: undefined, failure: "aborted", sent: "maybe" }, undefined],
    [{ status: undefined, failure: "connection-lost", sent: "no" }, undefined],
  ])("after %j is %s", (event, state) => {
    expect(stateAfter(event)).toBe(state);
  });

  it("says when it was", () => {
    const account = randomUUID();
    recordIonCall(account, answered, new Date("2026-03-01T12:00:00Z"));
    expect(lastIonCall(account)?.at).toBe("2026-03-01T12:00:00.000Z");
  });
});
