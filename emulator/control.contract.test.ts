import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { standardErrorBody } from "./testing/answers/errors";
import { BUSINESS_STANDARD, newCustomer, newTenant, order } from "./testing/orders";
import { A, EPOCH, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());
beforeEach(async () => {
  await ion.control("DELETE", "/faults");
});

const VERTICALS = `${A}/products/verticals`;

describe("faults", () => {
  test("status: as often as count says, by method and path", async () => {
    await ion.control("POST", "/faults", {
      method: "GET",
      path: "/api/v3/*/verticals",
      kind: "status",
      status: 503,
      count: 2,
    });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ion.get(VERTICALS)).status);
    expect(statuses).toEqual([503, 503, 200]);
    expect((await ion.control("GET", "/faults")).body).toMatchObject({ faults: [{ hits: 2, count: 2 }] });
  });

  test("status bodies are Ion's, with Retry-After where a test asks for it", async () => {
    await ion.control("POST", "/faults", {
      path: "^.*/verticals$",
      kind: "status",
      status: 429,
      retryAfter: 7,
    });
    const reply = await ion.get(VERTICALS);
    expect(standardErrorBody.parse(reply.body).error).toBe("RESOURCE_EXHAUSTED");
    expect(reply.headers.get("retry-after")).toBe("7");
    expect((await ion.get(`${A}/products/charges`)).status).toBe(200);
  });

  test("html and garbage are no JSON", async () => {
    await ion.control("POST", "/faults", { path: "*", kind: "html", count: 1 });
    const html = await ion.get(VERTICALS);
    expect([html.status, html.headers.get("content-type"), html.body]).toEqual([
      502,
      "text/html; charset=utf-8",
      undefined,
    ]);
    await ion.control("POST", "/faults", { path: "*", kind: "garbage", count: 1 });
    const garbage = await ion.get(VERTICALS);
    expect([garbage.status, garbage.body]).toEqual([200, undefined]);
  });

  test("missing-rows and changed-rows spoil lists; what they list is as it was", async () => {
    const path = `${A}/customers?pageSize=50`;
    type Page = { customers: { name: string; customerStatus: string }[] };
    const whole = (await ion.get(path)).body as Page;
    const found = async () => ((await ion.get(path)).body as Page).customers;
    await ion.control("POST", "/faults", { path: "*/customers", kind: "missing-rows", share: 0.5, count: 1 });
    expect(await found()).toHaveLength(Math.ceil(whole.customers.length / 2));
    await ion.control("POST", "/faults", {
      path: "*/customers",
      kind: "changed-rows",
      fields: { customerStatus: "INACTIVE" },
      count: 1,
    });
    expect(new Set((await found()).map((customer) => customer.customerStatus))).toEqual(
      new Set(["INACTIVE"]),
    );
    expect(await found()).toEqual(whole.customers);
    const refused = await ion.control("POST", "/faults", { path: "*", kind: "missing-rows", share: 2 });
    expect(refused.status).toBe(400);
  });

  test("drop-before cuts the connection and does nothing; drop-after does the work first", async () => {
    const customerId = await newCustomer(ion);
    const count = async () => {
      const reply = await ion.get(`${A}/customers/${customerId}/orders?pageSize=10`);
      return (reply.body as { totalCount: number }).totalCount;
    };
    const buy = () => order(ion, customerId, { attributes: newTenant(`drop${customerId}`) });
    await ion.control("POST", "/faults", { method: "POST", path: "*/orders", kind: "drop-before", count: 1 });
    await expect(buy()).rejects.toThrow();
    expect(await count()).toBe(0);
    await ion.control("POST", "/faults", { method: "POST", path: "*/orders", kind: "drop-after", count: 1 });
    await expect(buy()).rejects.toThrow();
    expect(await count()).toBe(1);
    await ion.control("POST", "/faults", {
      method: "POST",
      path: "*/orders",
      kind: "status",
      status: 500,
      after: true,
      count: 1,
    });
    expect((await buy()).status).toBe(500);
    expect(await count()).toBe(2);
  });

  test("reach OAuth: an answer lost after the refresh token was spent", async () => {
    const fields = { grant_type: "refresh_token", refresh_token: await ion.refreshToken() };
    const exchange = () => ion.raw("/oauth/token", { method: "POST", body: new URLSearchParams(fields) });
    await ion.control("POST", "/faults", { path: "/oauth/token", kind: "drop-after", count: 1 });
    await expect(exchange()).rejects.toThrow();
    expect((await exchange()).body).toEqual({ error: "cannot validate token: redis: nil" });
    await ion.control("POST", "/faults", { path: "/oauth/*", kind: "status", status: 500, count: 1 });
    expect((await exchange()).status).toBe(500);
  });

  test("reach custom verbs by their colon", async () => {
    await ion.control("POST", "/faults", { path: "*:cancel", kind: "status", status: 500 });
    expect((await ion.call("POST", `${A}/customers/1/orders/2%3Acancel`)).status).toBe(500);
    expect((await ion.get(VERTICALS)).status).toBe(200);
  });

  test("latency waits, and adds to the latency of all calls", async () => {
    await ion.control("POST", "/faults", { path: "*/verticals", kind: "latency", latencyMs: 60 });
    await ion.control("POST", "/latency", { ms: 40 });
    const start = performance.now();
    await ion.get(VERTICALS);
    expect(performance.now() - start).toBeGreaterThanOrEqual(95);
    await ion.control("POST", "/latency", { ms: 0 });
  });

  test("rate hits a share of the calls, the same in every run", async () => {
    const run = async () => {
      const other = await startTestEmulator({ seed: 7 });
      await other.control("POST", "/faults", { path: "*/verticals", kind: "status", status: 500, rate: 0.5 });
      const statuses: number[] = [];
      for (let n = 0; n < 30; n += 1) statuses.push((await other.get(VERTICALS)).status);
      await other.close();
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(first);
  });

  test("can be cleared one by one; a wrong one is refused with a reason", async () => {
    const { id } = (await ion.control("POST", "/faults", { kind: "html" })).body as { id: number };
    expect((await ion.control("DELETE", `/faults/${id}`)).status).toBe(200);
    expect((await ion.control("DELETE", `/faults/${id}`)).status).toBe(404);
    const wrong = await ion.control("POST", "/faults", { kind: "explode" });
    expect([wrong.status, Object.keys(wrong.body as object)]).toEqual([400, ["error"]]);
    expect((await ion.control("POST", "/faults", { kind: "html", path: "^(" })).status).toBe(400);
  });
});

describe("clock", () => {
  test("stands when frozen, moves when told, can be set", async () => {
    const clock = async () => ((await ion.control("GET", "/clock")).body as { now: string }).now;
    await ion.control("POST", "/clock", { set: "2030-01-01T00:00:00Z" });
    expect(await clock()).toBe("2030-01-01T00:00:00Z");
    await ion.control("POST", "/clock", { advanceSeconds: 3600 });
    expect(await clock()).toBe("2030-01-01T01:00:00Z");
    await ion.control("POST", "/clock", { set: EPOCH });
    expect((await ion.control("POST", "/clock", { set: "yesterday" })).status).toBe(400);
  });
});

describe("journal", () => {
  test("tells every call with bodies, secrets redacted unless asked for", async () => {
    await ion.control("DELETE", "/requests");
    const refresh_token = await ion.refreshToken();
    await ion.raw("/oauth/token", {
      method: "POST",
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token }),
    });
    await newCustomer(ion);
    await ion.get(`${A}/customers?pageSize=1`);
    const shown = await ion.control("GET", "/requests");
    const { requests } = shown.body as {
      requests: { method: string; path: string; status: number; accountId: string | null }[];
    };
    expect(requests.map((one) => [one.method, one.path, one.status, one.accountId])).toEqual([
      ["POST", "/oauth/token", 200, null],
      ["POST", `${A}/customers`, 200, "10001"],
      ["GET", `${A}/customers`, 200, "10001"],
    ]);
    expect(shown.text).not.toContain(refresh_token);
    expect(shown.text).not.toMatch(/"password":"Ion-/);
    expect((await ion.control("GET", "/requests?secrets=1")).text).toContain(refresh_token);
    expect((await ion.control("GET", "/requests?method=GET")).body).toMatchObject({
      requests: [{ query: "?pageSize=1" }],
    });
    expect((await ion.control("GET", "/requests?path=/oauth/*&limit=5")).body).toMatchObject({
      requests: [{}],
    });
  });
});

describe("state", () => {
  test("shows each kind, secrets redacted", async () => {
    const customerId = await newCustomer(ion);
    await order(ion, customerId, { attributes: newTenant(`state${customerId}`) });
    await ion.later(6);
    const cart = await ion.call("POST", `/api/v3/customers/${customerId}/carts`, { status: "OPEN" });
    const path = `/api/v3/${(cart.body as { name: string }).name}/cartItems`;
    const { productId, skuId, planId } = BUSINESS_STANDARD;
    await ion.call("POST", path, {
      planName: `products/${productId}/skus/${skuId}/plans/${planId}`,
      quantity: 1,
    });
    for (const kind of ["customers", "orders", "subscriptions", "carts"]) {
      const reply = await ion.control("GET", `/state/${kind}?customerId=${customerId}`);
      expect([kind, (reply.body as Record<string, unknown[]>)[kind]?.length]).toEqual([kind, 1]);
      expect(reply.text).not.toMatch(/"value":"Ion-/);
    }
    const carts = (await ion.control("GET", `/state/carts?customerId=${customerId}`)).body;
    expect(carts).toMatchObject({ carts: [{ items: [{ quantity: 1 }] }] });
    const tokens = await ion.control("GET", "/state/tokens");
    expect(tokens.text).not.toContain(ion.accessToken);
    expect(tokens.text).toContain(ion.accessToken.slice(-6));
    expect((await ion.control("GET", "/state/nonsense")).status).toBe(404);
  });
});

describe("tokens", () => {
  test("are minted for a known account only, 10001 unless told otherwise", async () => {
    expect((await ion.control("POST", "/tokens")).body).toMatchObject({
      accountId: "10001",
      refreshToken: expect.any(String),
    });
    expect((await ion.control("POST", "/tokens", { accountId: 10002 })).body).toMatchObject({
      accountId: "10002",
    });
    expect((await ion.control("POST", "/tokens", { accountId: "9" })).status).toBe(404);
    expect((await ion.control("POST", "/tokens", "{broken")).status).toBe(400);
  });

  test("are withdrawn, of one account and kind, and new ones can be had", async () => {
    const refresh = async (token: string) =>
      (
        await ion.raw("/oauth/token", {
          method: "POST",
          body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: token }),
        })
      ).status;
    const issue = async (accountId: string) =>
      ((await ion.control("POST", "/tokens", { accountId })).body as { refreshToken: string }).refreshToken;
    const [ours, theirs] = [await issue("10001"), await issue("10002")];
    const { body } = await ion.control("POST", "/tokens/revoke", { accountId: "10001" });
    expect((body as { revoked: number }).revoked).toBeGreaterThan(0);
    expect(await refresh(ours)).toBe(400);
    expect(await refresh(theirs)).toBe(200);
    expect(await refresh(await issue("10001"))).toBe(200);
    // Access tokens live on until they are withdrawn, too.
    expect((await ion.get(VERTICALS)).status).toBe(200);
    expect((await ion.control("POST", "/tokens/revoke", { kind: "spent" })).status).toBe(400);
    expect((await ion.control("POST", "/tokens/revoke", { accountId: "9" })).status).toBe(404);
  });
});

describe("reset", () => {
  test("goes back to the seed, with the same ids; tokens stay valid", async () => {
    const first = (await ion.get(`${A}/customers?pageSize=100`)).text;
    const customerId = await newCustomer(ion);
    await ion.control("POST", "/variants", { "order-case": "lower" });
    await ion.control("POST", "/faults", { kind: "html", path: "*/charges" });
    await ion.control("POST", "/settings", { orderSeconds: 99 });
    expect((await ion.control("POST", "/reset")).status).toBe(200);
    ion.running.emulator.clock.freeze(true);
    expect((await ion.get(`${A}/customers/${customerId}`)).status).toBe(404);
    const names = (text: string) => [...text.matchAll(/"name":"([^"]+)"/g)].map((match) => match[1]);
    const again = (await ion.get(`${A}/customers?pageSize=100`)).text;
    expect(names(again).slice(0, 60)).toEqual(names(first).slice(0, 60));
    expect((await ion.control("GET", "/")).body).toMatchObject({
      faults: 0,
      variants: {},
      settings: { orderSeconds: 6 },
    });
    const next = await newCustomer(ion);
    await ion.control("POST", "/reset");
    expect(await newCustomer(ion)).toBe(next);
  });
});
