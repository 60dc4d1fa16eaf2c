import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { IonCall } from "./call";
import { IonError } from "./errors";
import { createDispatcher } from "./http";
import { DEFAULT_LIMITS, type IonLimits } from "./limits";
import { text } from "./schemas/primitives";
import { cut, cutInBody, json, raw, silence, startFakeIon } from "./testing/fake-ion";
import type { AccessTokens } from "./tokens";
import { createTraffic } from "./traffic";
import { createTransport, type IonRequestEvent } from "./transport";

const schema = z.object({ name: text });
const read: IonCall<{ name: string | null }> = {
  operation: "customers.get",
  method: "GET",
  path: "/customers/1",
  schema,
};
const write: IonCall<{ name: string | null }> = {
  operation: "orders.create",
  method: "POST",
  path: "/orders",
  body: { referenceId: "r" },
  schema,
};
const QUICK: Partial<IonLimits> = { retryBaseMs: 1, retryMaxMs: 2 };

let ion: Awaited<ReturnType<typeof startFakeIon>>;
let closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  ion = await startFakeIon();
});

afterEach(async () => {
  await Promise.all(closers.map((close) => close()));
  closers = [];
  await ion.stop();
});

function connect(
  limits: Partial<IonLimits> = {},
  baseUrl = ion.baseUrl,
  probe: () => Promise<boolean> = async () => false,
) {
  const all = { ...DEFAULT_LIMITS, ...QUICK, ...limits };
  const dispatcher = createDispatcher(all);
  closers.push(() => dispatcher.destroy());
  const events: IonRequestEvent[] = [];
  const state = { token: 1, dead: false, invalidated: [] as string[] };
  const tokens: AccessTokens = {
    getAccessToken: async () => `token-${state.token}`,
    invalidate: (token) => {
      state.invalidated.push(token);
      state.token += 1;
    },
    isDead: async () => state.dead,
    check: async () => null,
  };
  const traffic = createTraffic(all, { probe });
  closers.push(async () => traffic.breaker.stop());
  const onRequest = (event: IonRequestEvent) => events.push(event);
  const parts = { baseUrl, tokens, dispatcher, limits: all, traffic, onRequest };
  const transport = createTransport(parts);
  const background = createTransport({ ...parts, background: true });
  return { transport, background, traffic, events, state };
}

async function failureOf(promise: Promise<unknown>): Promise<IonError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof IonError) return error;
  throw new Error(`not an IonError: ${String(error)}`);
}

describe("a call", () => {
  it("sends the bearer token, JSON and its query, and reads the answer", async () => {
    ion.answer(json(200, { name: "accounts/1/customers/1" }));
    const { transport } = connect();
    const query = { pageSize: 10, pageToken: undefined, "filter.customerName": "Anna & Öz" };
    expect(await transport.call({ ...read, query })).toEqual({ name: "accounts/1/customers/1" });
    const [request] = ion.requests;
    expect(request?.headers).toMatchObject({ authorization: "Bearer token-1", accept: "application/json" });
    expect(request?.headers["content-type"]).toBeUndefined();
    expect(new URL(request?.url ?? "", ion.baseUrl).searchParams.toString()).toBe(
      new URLSearchParams({ pageSize: "10", "filter.customerName": "Anna & Öz" }).toString(),
    );
    await transport.call(write);
    expect(ion.requests[1]?.headers["content-type"]).toBe("application/json");
    expect(ion.requests[1]?.body).toBe('{"referenceId":"r"}');
  });

  it("keeps a path that the base address brings", async () => {
    const { transport } = connect({}, `${ion.baseUrl}/ion/`);
    await transport.call(read);
    expect(ion.requests[0]?.url).toBe("/ion/customers/1");
  });

  it("reads a compressed answer", async () => {
    ion.answer(raw(200, gzipSync('{"name":"x"}'), { "content-encoding": "gzip" }));
    expect(await connect().transport.call(read)).toEqual({ name: "x" });
  });

  it("strips secrets before anything sees the answer, and shows them only to the one who asked", async () => {
    ion.otherwise(json(200, { name: "n", password: "hunter2" }));
    const { transport, events } = connect();
    const loose: IonCall<unknown> = { ...read, schema: z.unknown() };
    expect(await transport.call(loose)).toEqual({ name: "n" });
    const { result, exposed } = await transport.callExposing(loose, (body) => body);
    expect(result).toEqual({ name: "n" });
    expect(exposed).toEqual({ name: "n", password: "hunter2" });
    expect(JSON.stringify(events)).not.toContain("hunter2");
  });

  it("keeps connections open for the next calls", async () => {
    const ports = new Set<number | undefined>();
    ion.otherwise((response, request) => {
      ports.add(response.socket?.remotePort);
      json(200, { name: "n" })(response, request);
    });
    const { transport } = connect();
    for (let index = 0; index < 20; index += 1) await transport.call(read);
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});

describe("a read that fails", () => {
  it.each([
    ["a cut connection", cut],
    ["a cut body", cutInBody],
    ["HTML", raw(200, "<html></html>")],
    ["500", json(500, {})],
    ["503", raw(503, "down")],
    ["429", json(429, { error: "RESOURCE_EXHAUSTED", message: "m", code: 429 })],
  ])("is repeated after %s", async (_what, fault) => {
    ion.answer(fault, fault, json(200, { name: "n" }));
    const { transport, events } = connect();
    expect(await transport.call(read)).toEqual({ name: "n" });
    expect(ion.requests).toHaveLength(3);
    expect(events.map((event) => event.attempt)).toEqual([1, 2, 3]);
    expect(events.at(0)?.retryInMs).toBeDefined();
    expect(events.at(2)).toMatchObject({ status: 200, sent: "answered" });
  });

  it("ends with the last failure when it does not pass", async () => {
    ion.otherwise(json(503, { error: "UNAVAILABLE", message: "unable to get product", code: 503 }));
    const error = await failureOf(connect().transport.call(read));
    expect(error).toMatchObject({
      kind: "unavailable",
      info: { status: 503, message: "unable to get product" },
    });
    expect(ion.requests).toHaveLength(DEFAULT_LIMITS.maxAttempts);
  });

  it("is not repeated after an answer that was clear", async () => {
    ion.otherwise(json(404, { error: "NOT_FOUND", message: "listing X not found", code: 404 }));
    expect((await failureOf(connect().transport.call(read))).kind).toBe("not-found");
    expect(ion.requests).toHaveLength(1);
  });

  it("waits as long as Retry-After says", async () => {
    ion.answer(json(429, {}, { "retry-after": "1" }), json(200, { name: "n" }));
    const startedAt = performance.now();
    await connect().transport.call(read);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it("hands a long Retry-After to the caller instead of waiting", async () => {
    ion.otherwise(json(429, {}, { "retry-after": "3600" }));
    const error = await failureOf(connect({ retryAfterMaxMs: 2_000 }).transport.call(read));
    expect(error).toMatchObject({ kind: "rate-limited", info: { retryAfterSeconds: 3600 } });
    expect(ion.requests).toHaveLength(1);
  });

  it("is a timeout when the deadline passes, and the connection is given up", async () => {
    ion.otherwise(silence);
    const error = await failureOf(connect({ readDeadlineMs: 200 }).transport.call(read));
    expect(error).toMatchObject({ kind: "timeout", info: { operation: "customers.get", sent: "maybe" } });
  });

  it("is refused when the answer is larger than the bound", async () => {
    ion.otherwise(json(200, { name: "x".repeat(5_000) }));
    const { transport } = connect({ maxBodyBytes: 1_000 });
    expect((await failureOf(transport.call(read))).kind).toBe("bad-answer");
  });

  it("is refused when a small answer unpacks to a large one", async () => {
    ion.otherwise(
      raw(200, gzipSync(JSON.stringify({ name: "x".repeat(50_000) })), { "content-encoding": "gzip" }),
    );
    const { transport } = connect({ maxBodyBytes: 1_000 });
    expect((await failureOf(transport.call(read))).kind).toBe("bad-answer");
  });

  it("follows no redirect", async () => {
    ion.otherwise(raw(302, "", { location: "/elsewhere" }));
    expect((await failureOf(connect().transport.call(read))).kind).toBe("bad-answer");
    expect(ion.requests.every((request) => request.url === "/customers/1")).toBe(true);
  });
});

describe("a write", () => {
  it.each([
    ["a connection cut after the request", cut],
    ["a connection cut inside the answer", cutInBody],
    ["500", json(500, { error: "INTERNAL_ERROR", message: "m", code: 500 })],
    ["502 with HTML", raw(502, "<html></html>")],
    ["503", json(503, { error: "UNAVAILABLE", message: "m", code: 503 })],
    ["200 with HTML", raw(200, "<html></html>")],
    ["200 with nothing", raw(200, "")],
    ["429 from a proxy", raw(429, "slow down")],
  ])("is sent once and its outcome is unknown after %s", async (_what, fault) => {
    ion.otherwise(fault);
    const error = await failureOf(connect().transport.call(write));
    expect(error).toMatchObject({
      kind: "outcome-unknown",
      info: { operation: "orders.create", sent: "maybe" },
    });
    expect(error.mayHaveHappened).toBe(true);
    expect(ion.requests).toHaveLength(1);
  });

  it("is sent once and its outcome is unknown after a timeout", async () => {
    ion.otherwise(silence);
    expect((await failureOf(connect({ writeDeadlineMs: 200 }).transport.call(write))).kind).toBe(
      "outcome-unknown",
    );
    expect(ion.requests).toHaveLength(1);
  });

  it("was not done when Ion's own 429 came back, and is not repeated", async () => {
    ion.otherwise(json(429, { error: "RESOURCE_EXHAUSTED", message: "m", code: 429 }));
    const error = await failureOf(connect().transport.call(write));
    expect(error).toMatchObject({ kind: "rate-limited", info: { sent: "answered" } });
    expect(error.mayHaveHappened).toBe(false);
    expect(ion.requests).toHaveLength(1);
  });

  it("that nobody listens for never left, and says so", async () => {
    await ion.stop();
    const { transport, events } = connect();
    const error = await failureOf(transport.call(write));
    expect(error).toMatchObject({ kind: "network", info: { sent: "no" } });
    expect(error.mayHaveHappened).toBe(false);
    expect(events).toHaveLength(DEFAULT_LIMITS.maxAttempts);
    ion = await startFakeIon();
  });

  it("whose host does not exist never left", async () => {
    const { transport } = connect({ maxAttempts: 1 }, "http://ion.invalid");
    expect(await failureOf(transport.call(write))).toMatchObject({ kind: "network", info: { sent: "no" } });
  });

  it("that its caller stops midway is in doubt, not undone", async () => {
    ion.otherwise(silence);
    const controller = new AbortController();
    const call = connect().transport.call({ ...write, signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    expect((await failureOf(call)).kind).toBe("outcome-unknown");
  });

  it("that its caller stops before it is sent was not sent", async () => {
    const signal = AbortSignal.abort();
    const error = await failureOf(connect().transport.call({ ...write, signal }));
    expect(error).toMatchObject({ kind: "aborted", info: { sent: "no" } });
    expect(ion.requests).toHaveLength(0);
  });
});

describe("a refused token", () => {
  const refused = json(401, { error: "UNAUTHENTICATED", message: "expired", code: 401 });
  const denied = json(403, {
    error: "PERMISSION_DENIED",
    message: "permission denied to access accounts/10001",
    code: 403,
  });

  it.each([
    ["read", read],
    ["write", write],
  ])("is renewed and the %s sent once more", async (_what, call) => {
    ion.answer(refused, json(200, { name: "n" }));
    const { transport, state } = connect();
    expect(await transport.call(call)).toEqual({ name: "n" });
    expect(state.invalidated).toEqual(["token-1"]);
    expect(ion.requests.map((request) => request.headers.authorization)).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
  });

  it("twice in a row is an error", async () => {
    ion.otherwise(refused);
    expect((await failureOf(connect().transport.call(read))).kind).toBe("unauthorized");
    expect(ion.requests).toHaveLength(2);
  });

  it("may hide behind a 403 for the account: renewed only when Ion confirms that it is dead", async () => {
    ion.answer(denied, json(200, { name: "n" }), denied);
    const { transport, state } = connect();
    state.dead = true;
    expect(await transport.call(read)).toEqual({ name: "n" });
    state.dead = false;
    expect((await failureOf(transport.call(read))).kind).toBe("forbidden");
    expect(state.invalidated).toHaveLength(1);
  });

  it("is not suspected behind any other 403 or a 5xx", async () => {
    ion.answer(
      json(403, {
        error: "PERMISSION_DENIED",
        message: "User does not have access to this resource.",
        code: 403,
      }),
    );
    const { transport, state } = connect({ maxAttempts: 1 });
    state.dead = true;
    expect((await failureOf(transport.call(read))).kind).toBe("forbidden");
    ion.answer(json(500, { error: "INTERNAL_ERROR", message: "m", code: 500 }));
    expect((await failureOf(transport.call(read))).kind).toBe("server");
    expect(state.invalidated).toEqual([]);
  });
});

describe("the limit of calls at a time", () => {
  it("holds, and every call gets its turn", async () => {
    let running = 0;
    let most = 0;
    ion.otherwise((response, request) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        json(200, { name: "n" })(response, request);
      }, 20);
    });
    const { transport } = connect({ concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, () => transport.call(read)));
    expect(most).toBe(3);
    expect(ion.requests).toHaveLength(12);
  });

  it("refuses at once what would wait too long in line, without having sent it, and says that Ion is slow", async () => {
    ion.otherwise(silence);
    const { transport } = connect({ writeConcurrency: 1, writeMaxQueued: 1, writeDeadlineMs: 300 });
    const calls = [write, write, write].map((call) => failureOf(transport.call(call)));
    expect(await calls[2]).toMatchObject({
      kind: "slow",
      info: { sent: "no", refusedBy: "queue", operation: "orders.create" },
    });
    await Promise.all(calls);
    expect(ion.requests).toHaveLength(1);
  });

  it("ends a wait in line with the caller's patience, without having sent it", async () => {
    ion.otherwise(silence);
    const { transport } = connect({ writeConcurrency: 1, writeDeadlineMs: 400 });
    const first = failureOf(transport.call(write));
    const second = await failureOf(transport.call({ ...write, signal: AbortSignal.timeout(50) }));
    expect(second).toMatchObject({ kind: "slow", info: { sent: "no" } });
    await first;
    expect(ion.requests).toHaveLength(1);
  });

  it("is one for reads, one for writes and one for passes: none takes another's turns", async () => {
    ion.otherwise((response, request) => {
      if (request.method === "POST" || request.url.startsWith("/quick"))
        json(200, { name: "n" })(response, request);
    });
    const limits = { concurrency: 2, backgroundConcurrency: 2, readDeadlineMs: 600 };
    const { transport, background } = connect(limits);
    const stuck = Array.from({ length: 6 }, () => failureOf(background.call(read)));
    expect(await transport.call({ ...read, path: "/quick" })).toEqual({ name: "n" });
    stuck.push(...Array.from({ length: 6 }, () => failureOf(transport.call(read))));
    expect(await transport.call(write)).toEqual({ name: "n" });
    await Promise.all(stuck);
  });
});

describe("an Ion that does not answer", () => {
  it("is asked no more after a few attempts: what follows fails at once and never left", async () => {
    ion.otherwise(json(503, {}));
    const { transport, traffic, events } = connect();
    await failureOf(transport.call(read));
    await failureOf(transport.call(read));
    expect(traffic.breaker.state()).toBe("open");
    const sent = ion.requests.length;
    const refusal = await failureOf(transport.call(write));
    expect(refusal).toMatchObject({ kind: "unavailable", info: { sent: "no", refusedBy: "circuit" } });
    expect(ion.requests).toHaveLength(sent);
    expect(events.at(-1)).toMatchObject({ refusedBy: "circuit", sent: "no" });
  });

  it("does not count against Ion when it fails at single questions only", async () => {
    ion.otherwise(json(500, {}));
    const { transport, traffic } = connect();
    for (let call = 1; call <= 4; call += 1) await failureOf(transport.call(read));
    expect(traffic.breaker.state()).toBe("closed");
  });

  it("lets the first caller in who comes after its return", async () => {
    ion.otherwise(json(503, {}));
    const { transport } = connect({}, undefined, () => transport.probe(read));
    await failureOf(transport.call(read));
    await failureOf(transport.call(read));
    ion.otherwise(json(200, { name: "n" }));
    expect(await transport.call(write)).toEqual({ name: "n" });
    expect(ion.requests.slice(-2).map(({ method }) => method)).toEqual(["GET", "POST"]);
  });

  it("gets at most a bounded number of retries, however many ask", async () => {
    // Failures at single questions, which are repeated and never open the breaker.
    ion.otherwise(json(500, {}));
    const { transport } = connect({ retryReserve: 10 });
    await Promise.all(Array.from({ length: 60 }, () => failureOf(transport.call(read))));
    expect(ion.requests.length).toBeLessThanOrEqual(60 + 10 + 60 * 0.15 + 1);
    expect(ion.requests.length).toBeGreaterThan(65);
  });
});

describe("an observer", () => {
  it("cannot break a call", async () => {
    ion.answer(json(200, { name: "n" }));
    const dispatcher = createDispatcher(DEFAULT_LIMITS);
    closers.push(() => dispatcher.destroy());
    const transport = createTransport({
      baseUrl: ion.baseUrl,
      dispatcher,
      limits: DEFAULT_LIMITS,
      traffic: createTraffic(DEFAULT_LIMITS, { probe: async () => false }),
      tokens: {
        getAccessToken: async () => "t",
        invalidate: () => undefined,
        isDead: async () => false,
        check: async () => null,
      },
      onRequest: () => {
        throw new Error("observer");
      },
    });
    expect(await transport.call(read)).toEqual({ name: "n" });
  });
});
