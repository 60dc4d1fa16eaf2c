import { describe, expect, it, vi } from "vitest";
import { IonError, type IonErrorInfo, isIonError } from "./errors";

const info: IonErrorInfo = { operation: "orders.create", method: "POST", path: "/orders", sent: "maybe" };

describe("an IonError", () => {
  it("is known across copies of its module, as Next bundles it more than once", async () => {
    vi.resetModules();
    const copy = await import("./errors");
    expect(copy.IonError).not.toBe(IonError);
    const foreign: unknown = new copy.IonError("not-found", info);
    expect(foreign instanceof IonError).toBe(true);
    expect(isIonError(foreign, "not-found", "forbidden")).toBe(true);
    expect(isIonError(foreign, "forbidden")).toBe(false);
  });

  it.each([new Error("x"), { kind: "not-found", info }, null, undefined, "not-found"])(
    "is nothing else (%#)",
    (value) => {
      expect(isIonError(value)).toBe(false);
    },
  );

  it("says in one line what failed, where, and Ion's reference", () => {
    const error = new IonError("bad-answer", {
      ...info,
      status: 200,
      field: "orders[2].total",
      requestId: "176efa",
    });
    expect(error.message).toBe("Ion orders.create: bad-answer, HTTP 200, at orders[2].total, request 176efa");
  });

  it.each([
    ["outcome-unknown", "POST", "maybe", true],
    ["network", "POST", "no", false],
    ["validation", "POST", "answered", false],
    ["timeout", "GET", "maybe", false],
    // products.pricing: a POST that only reads.
    ["timeout", "POST", "maybe", false],
  ] as const)("%s of a %s (sent: %s) may have happened: %s", (kind, method, sent, expected) => {
    expect(new IonError(kind, { ...info, method, sent }).mayHaveHappened).toBe(expected);
  });
});
