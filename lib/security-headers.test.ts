import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secureAnswer } from "./security-headers";

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    secureAnswer(request, response);
    response.end(request.headers["content-security-policy"] ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const ask = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

test("each page has a policy with a nonce of its own, which Next finds on the request", async () => {
  const [one, other] = await Promise.all([ask("/orders"), ask("/orders")]);
  const policy = one.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(
    /script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'; style-src 'self' 'nonce-[\w+/]{22}=='/,
  );
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(await one.text()).toBe(policy);
  expect(other.headers.get("content-security-policy")).not.toBe(policy);
});

test("a policy that the caller sends is not the one that counts", async () => {
  const answer = await ask("/orders", { "content-security-policy": "script-src * 'nonce-known'" });
  const seen = await answer.text();
  expect(seen).toBe(answer.headers.get("content-security-policy"));
  expect(seen).not.toContain("known");
});

test("everything says what it must not be taken for; files need no policy", async () => {
  for (const path of ["/orders", "/api/orders", "/_next/static/chunks/a.js"]) {
    const { headers } = await ask(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.has("content-security-policy")).toBe(!path.startsWith("/_next/"));
  }
});
