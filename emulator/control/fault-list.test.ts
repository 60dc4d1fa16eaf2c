import { describe, expect, test } from "vitest";
import { createFaultList, toPattern } from "./fault-list";

describe("a path pattern", () => {
  test.each([
    ["*/orders", "/api/v3/accounts/1/customers/2/orders", true],
    ["*/orders", "/api/v3/accounts/1/customers/2/orders/3", false],
    ["*:cancel", "/orders/1:cancel", true],
    ["/oauth/token", "/oauth/token", true],
    ["/oauth/token", "/oauth/tokens", false],
    ["/a.b", "/aXb", false],
    ["^/api/v3/(customers|accounts)/", "/api/v3/customers/1", true],
    ["^/oauth", "/api/oauth", false],
    ["*", "/anything/at/all", true],
  ])("%s against %s: %s", (pattern, path, expected) => {
    expect(toPattern(pattern).test(path)).toBe(expected);
  });
});

describe("faults", () => {
  test("latencies add up, of the others the first counts", () => {
    const faults = createFaultList(1);
    faults.add({ path: "*", kind: "latency", latencyMs: 5 });
    faults.add({ path: "*", kind: "html" });
    faults.add({ path: "*", kind: "status", status: 500 });
    faults.add({ path: "*", kind: "latency", latencyMs: 7 });
    expect(faults.take("GET", "/x").map((fault) => fault.kind)).toEqual(["latency", "html", "latency"]);
    expect(faults.list().map((fault) => fault.hits)).toEqual([1, 1, 0, 1]);
  });

  test("methods are compared without regard to case", () => {
    const faults = createFaultList(1);
    faults.add({ path: "*", kind: "html", method: "post" });
    expect(faults.take("GET", "/x")).toEqual([]);
    expect(faults.take("POST", "/x")).toHaveLength(1);
  });

  test("rate 0 never hits", () => {
    const faults = createFaultList(1);
    faults.add({ path: "*", kind: "html", rate: 0 });
    expect(Array.from({ length: 50 }, () => faults.take("GET", "/x")).flat()).toEqual([]);
  });
});
