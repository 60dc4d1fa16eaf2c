import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standardErrorBody } from "./testing/answers/errors";
import { A, type Reply, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

function expectError(reply: Reply, status: number, error: string): void {
  expect(reply.status).toBe(status);
  expect(standardErrorBody.parse(reply.body)).toMatchObject({ error, code: status });
}

const authorised = () => ({ authorization: `Bearer ${ion.accessToken}` });

describe("authorisation", () => {
  test.each([
    ["no header", {}],
    ["an unknown token", { authorization: "Bearer NOSUCHTOKEN" }],
    ["another scheme", { authorization: "Basic abc" }],
    ["the guide's `Authentication` header", () => ({ authentication: `Bearer ${ion.accessToken}` })],
  ])("%s is a 401", async (_, headers) => {
    const reply = await ion.raw(`${A}/products/verticals`, {
      headers: typeof headers === "function" ? headers() : headers,
    });
    expectError(reply, 401, "UNAUTHENTICATED");
  });

  test("a refresh token is no access token", async () => {
    const headers = { authorization: `Bearer ${await ion.refreshToken()}` };
    expectError(await ion.raw(`${A}/products/verticals`, { headers }), 401, "UNAUTHENTICATED");
  });

  test("every resource of another account is a 403", async () => {
    for (const path of [
      "customers?pageSize=1",
      "products?pageSize=1",
      "orders?pageSize=1",
      "subscriptions",
      "provisionTemplates?vendor=IBM",
      "no-such-thing",
    ]) {
      const reply = await ion.get(`/api/v3/accounts/10002/${path}`);
      if (path === "no-such-thing") expect(reply.status).toBe(404);
      else expectError(reply, 403, "PERMISSION_DENIED");
    }
  });
});

describe("paths and methods", () => {
  test("an unknown path is a 404 E1", async () => {
    expectError(await ion.get("/api/v3/accounts/10001/nothing"), 404, "NOT_FOUND");
    expectError(await ion.raw("/nothing"), 404, "NOT_FOUND");
    expectError(await ion.call("POST", `${A}/customers/1/orders/2:approve`), 404, "NOT_FOUND");
  });

  test.each([
    ["DELETE", `${A}/customers`, "GET, POST"],
    ["PUT", `${A}/orders`, "GET"],
    ["POST", `${A}/products/categories`, "GET"],
    ["GET", `${A}/products:pricing`, "POST"],
    ["GET", "/api/v3/customers/1/carts/2:checkout", "POST"],
    ["PATCH", `${A}/customers/1`, "GET, PUT"],
    ["GET", "/oauth/token", "POST"],
  ])("%s %s is a 405 that tells the allowed methods", async (method, path, allowed) => {
    const reply = await ion.call(method, path);
    expectError(reply, 405, "METHOD_NOT_ALLOWED");
    expect(reply.headers.get("allow")).toBe(allowed);
  });

  test("a trailing slash is the same path", async () => {
    expect((await ion.get(`${A}/products/verticals/`)).status).toBe(200);
  });
});

describe("bodies and queries", () => {
  test("a JSON body with another content type is a 400", async () => {
    const reply = await ion.raw(`${A}/customers`, {
      method: "POST",
      headers: { ...authorised(), "content-type": "text/plain" },
      body: "{}",
    });
    expectError(reply, 400, "INVALID_REQUEST");
  });

  test("broken JSON and a JSON list are a 400", async () => {
    for (const body of ['{"orderItems":', "[]", '"text"']) {
      const headers = { ...authorised(), "content-type": "application/json; charset=utf-8" };
      expectError(await ion.raw(`${A}/customers`, { method: "POST", headers, body }), 400, "INVALID_REQUEST");
    }
  });

  test.each(["access_token", "refresh_token", "password"])(
    "%s in the query string is a 400",
    async (name) => {
      expectError(await ion.get(`${A}/products/verticals?${name}=x`), 400, "INVALID_REQUEST");
    },
  );

  test("snake_case keys are read, unknown ones are accepted and kept in the journal", async () => {
    const reply = await ion.call("POST", `${A}/customers`, {
      customer_organization: "Snake Ltd",
      customer_address: { street: "1 A", city: "B", state: "VA", zip: "1", country: "US" },
      customer_name: "S N",
      customer_email: "snake@customer.example",
      language_code: "EN",
      favourite_colour: "green",
    });
    expect(reply.status).toBe(200);
    const journal = await ion.control("GET", "/requests?method=POST&limit=1");
    expect(journal.body).toMatchObject({ requests: [{ requestBody: { favourite_colour: "green" } }] });
  });

  test("ids that are no ids are 404s, not failures", async () => {
    for (const id of ["abc", "1e3", "-5", "%27%20OR%201=1", "99999999999999999999", "%3Cscript%3E"]) {
      expect([id, (await ion.get(`${A}/customers/${id}`)).status]).toEqual([id, 404]);
    }
  });

  test("every error has its own request id", async () => {
    const one = standardErrorBody.parse((await ion.get(`${A}/customers/1`)).body).details[0].requestId;
    const other = standardErrorBody.parse((await ion.get(`${A}/customers/1`)).body).details[0].requestId;
    expect(one).not.toBe(other);
  });
});

describe("rate limit", () => {
  test("over the limit is a 429 without Retry-After; another account is not touched", async () => {
    const limited = await startTestEmulator({ rateLimit: 5 });
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => limited.get(`${A}/products/verticals`)),
    );
    const refused = replies.filter((reply) => reply.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const reply of refused) {
      expectError(reply, 429, "RESOURCE_EXHAUSTED");
      expect(reply.headers.has("retry-after")).toBe(false);
    }
    expect((await limited.asOther("GET", "/api/v3/accounts/10002/products/verticals")).status).toBe(200);
    await limited.close();
  });
});
