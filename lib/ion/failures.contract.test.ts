import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { IonErrorKind } from "./errors";
import { collect, connectEmulator } from "./testing/connect-emulator";
import { findCustomerWithTenant, microsoftOrder } from "./testing/microsoft-order";
import { type RunningEmulator, startEmulator } from "./testing/start-emulator";

let emulator: RunningEmulator;
let customerId: string;

beforeAll(async () => {
  emulator = await startEmulator();
  const { client } = await connectEmulator(emulator);
  customerId = await findCustomerWithTenant(client);
});

afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await emulator.control("DELETE", "/requests");
  await emulator.control("POST", "/settings", { rateLimit: 0, latencyMs: 0 });
});

afterAll(() => emulator.stop());

type Fault = Record<string, unknown>;

async function inject(path: string, fault: Fault): Promise<void> {
  await emulator.control("POST", "/faults", { path, ...fault });
}

async function callsTo(path: string): Promise<number> {
  const { requests } = await emulator.control<{ requests: unknown[] }>("GET", `/requests?path=${path}`);
  return requests.length;
}

describe("a read", () => {
  it.each<[string, Fault]>([
    ["500", { kind: "status", status: 500 }],
    ["503", { kind: "status", status: 503 }],
    ["429", { kind: "status", status: 429 }],
    ["HTML 502", { kind: "html" }],
    ["HTML 200", { kind: "html", status: 200 }],
    ["garbage", { kind: "garbage" }],
    ["a connection cut before the work", { kind: "drop-before" }],
    ["a connection cut after the work", { kind: "drop-after" }],
  ])("gets over %s that passes", async (_what, fault) => {
    const { client, events } = await connectEmulator(emulator);
    await inject("*/customers", { ...fault, count: 2 });
    expect((await client.customers.list({ pageSize: 2 })).customers).toHaveLength(2);
    expect(events).toHaveLength(3);
  });

  it.each<[string, Fault, IonErrorKind]>([
    ["500", { kind: "status", status: 500 }, "server"],
    ["503", { kind: "status", status: 503 }, "unavailable"],
    ["429", { kind: "status", status: 429 }, "rate-limited"],
    ["HTML 502", { kind: "html" }, "unavailable"],
    ["HTML 200", { kind: "html", status: 200 }, "bad-answer"],
    ["garbage", { kind: "garbage" }, "bad-answer"],
    ["cut connections", { kind: "drop-before" }, "network"],
  ])("ends as an IonError after %s that stays", async (_what, fault, kind) => {
    const { client } = await connectEmulator(emulator);
    await inject("*/customers", fault);
    await expect(client.customers.list({ pageSize: 2 })).rejects.toMatchObject({
      kind,
      info: {
        operation: "customers.list",
        method: "GET",
        path: `/api/v3/accounts/${emulator.accountId}/customers`,
      },
    });
    expect(await callsTo("*/customers")).toBe(4);
  });

  it.each<[number, IonErrorKind]>([
    [400, "invalid"],
    [403, "forbidden"],
    [404, "not-found"],
    [405, "method-not-allowed"],
    [409, "conflict"],
    [412, "precondition"],
  ])("is asked once when Ion answers %i, and carries Ion's request id", async (status, kind) => {
    const { client } = await connectEmulator(emulator);
    await inject("*/customers", { kind: "status", status });
    await expect(client.customers.list({ pageSize: 2 })).rejects.toMatchObject({
      kind,
      info: { status, requestId: expect.stringMatching(/^[0-9a-f]{20}$/) },
    });
    expect(await callsTo("*/customers")).toBe(1);
  });

  it("waits as long as Retry-After asks", async () => {
    const { client } = await connectEmulator(emulator);
    await client.customers.list({ pageSize: 1 });
    await inject("*/customers", { kind: "status", status: 429, retryAfter: 1, count: 1 });
    const startedAt = performance.now();
    await client.customers.list({ pageSize: 1 });
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it("is a timeout when Ion takes too long", async () => {
    const { client } = await connectEmulator(emulator, { limits: { readDeadlineMs: 1_500 } });
    await client.customers.list({ pageSize: 1 });
    await inject("*/customers", { kind: "latency", latencyMs: 5_000 });
    await expect(client.customers.list({ pageSize: 1 })).rejects.toMatchObject({ kind: "timeout" });
  });

  it("is a network error when Ion's port is closed", async () => {
    const other = await startEmulator();
    const { client } = await connectEmulator(other);
    await client.customers.list({ pageSize: 1 });
    await other.stop();
    await expect(client.customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "network",
      info: { sent: "no" },
    });
  });

  it("stays below the account's rate limit by waiting, many callers or not", async () => {
    const { client } = await connectEmulator(emulator, {
      limits: { retryBaseMs: 300, retryMaxMs: 1_500, maxAttempts: 8, concurrency: 4 },
    });
    await client.customers.list({ pageSize: 1 });
    await emulator.control("POST", "/settings", { rateLimit: 10 });
    const pages = await Promise.all(Array.from({ length: 25 }, () => client.customers.list({ pageSize: 1 })));
    expect(pages).toHaveLength(25);
  });
});

describe("a write", () => {
  it.each<[string, Fault]>([
    ["500 after the work", { kind: "status", status: 500, after: true }],
    ["500 before the work", { kind: "status", status: 500 }],
    ["503", { kind: "status", status: 503 }],
    ["HTML 502 after the work", { kind: "html", after: true }],
    ["garbage after the work", { kind: "garbage", after: true }],
    ["a connection cut before the work", { kind: "drop-before" }],
    ["a connection cut after the work", { kind: "drop-after" }],
  ])("is sent once and its outcome is unknown after %s; the list then tells", async (_what, fault) => {
    const { client } = await connectEmulator(emulator);
    const order = microsoftOrder();
    await inject("*/orders", { ...fault, method: "POST" });
    const sent = client.orders.create(customerId, order);
    await expect(sent).rejects.toMatchObject({
      kind: "outcome-unknown",
      mayHaveHappened: true,
      info: { operation: "orders.create", sent: "maybe" },
    });
    expect(await callsTo("*/orders&method=POST")).toBe(1);
    const made = (await collect(client.orders.listAllForCustomer(customerId))).filter(
      (one) => one.referenceId === order.referenceId,
    );
    const worked = fault.after === true || fault.kind === "drop-after";
    expect(made).toHaveLength(worked ? 1 : 0);
  });

  it("is in doubt after a timeout, and is not sent again", async () => {
    const { client } = await connectEmulator(emulator, { limits: { writeDeadlineMs: 1_500 } });
    const order = microsoftOrder();
    await inject("*/orders", { method: "POST", kind: "latency", latencyMs: 4_000 });
    await expect(client.orders.create(customerId, order)).rejects.toMatchObject({ kind: "outcome-unknown" });
    await expect.poll(() => callsTo("*/orders&method=POST"), { timeout: 10_000 }).toBe(1);
  });

  it("that Ion refused with its own 429 was not done", async () => {
    const { client } = await connectEmulator(emulator);
    const order = microsoftOrder();
    await inject("*/orders", { method: "POST", kind: "status", status: 429, retryAfter: 30 });
    await expect(client.orders.create(customerId, order)).rejects.toMatchObject({
      kind: "rate-limited",
      mayHaveHappened: false,
      info: { sent: "answered", retryAfterSeconds: 30 },
    });
    expect(await callsTo("*/orders&method=POST")).toBe(1);
  });

  it("twice makes two: Ion has no idempotency key, so the client must not repeat", async () => {
    const { client } = await connectEmulator(emulator);
    const order = microsoftOrder();
    const [one, two] = [
      await client.orders.create(customerId, order),
      await client.orders.create(customerId, order),
    ];
    expect(one.id).not.toBe(two.id);
  });

  it("of a cart is in doubt in the same way", async () => {
    const { client } = await connectEmulator(emulator);
    await inject("*/carts", { method: "POST", kind: "drop-after" });
    const displayName = `Lost ${randomUUID()}`;
    await expect(client.carts.create(customerId, { displayName })).rejects.toMatchObject({
      kind: "outcome-unknown",
    });
    const carts = await collect(client.carts.listAll(customerId, { status: "OPEN" }));
    expect(carts.filter((cart) => cart.displayName === displayName)).toHaveLength(1);
  });
});

describe("a read that only looks like a write", () => {
  it("is never in doubt", async () => {
    const { client } = await connectEmulator(emulator);
    await inject("*products:pricing", { kind: "drop-after" });
    const asked = client.products.pricing({
      products: [{ provider: "MICROSOFT", vendorProductIds: ["CFQ7TTC0LH18"] }],
    });
    await expect(asked).rejects.toMatchObject({ kind: "network" });
  });
});
