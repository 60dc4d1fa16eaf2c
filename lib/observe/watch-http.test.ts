import { Agent, createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { later, laterDone } from "@/lib/later";
import { log } from "@/lib/log";
import { runningHttp, watchHttp } from "./watch-http";
import { currentWork } from "./work";

let server: Server;
let url: string;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const afterwards: (string | undefined)[] = [];
/** What a request to `/held` waits for. */
let held = Promise.withResolvers<void>();

beforeAll(async () => {
  vi.stubEnv("METRICS_TOKEN", "");
  Object.assign(process.env, {
    PORTAL_URL: "http://127.0.0.1:3999",
    AUTH_SECRET: "test-secret-test-secret-test-secret-1",
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
    ION_BASE_URL: "http://127.0.0.1:9",
  });
  watchHttp();
  server = createServer(async (request, response) => {
    if (request.url?.startsWith("/held")) await held.promise;
    else await wait(request.url?.startsWith("/slow") ? 60 : 5);
    later("afterwards", async () => {
      await wait(20);
      afterwards.push(currentWork()?.id);
    });
    response.end(JSON.stringify([currentWork()?.id, request.headers["x-request-id"]]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  agent.destroy();
  server.close();
});

/** Over one kept connection, as a proxy's are. */
function ask(path: string, id?: string): Promise<{ id: unknown; seen: unknown }> {
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { agent, headers: id ? { "x-request-id": id } : {} }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ id: response.headers["x-request-id"], seen: JSON.parse(text) }));
    }).on("error", reject);
  });
}

test("each request has its own id, to its end and beyond, also on one connection", async () => {
  const [given, made, other] = await Promise.all([
    ask("/slow", "given-by-a-proxy"),
    ask("/"),
    ask("/", "no good"),
  ]);
  expect(given).toEqual({ id: "given-by-a-proxy", seen: ["given-by-a-proxy", "given-by-a-proxy"] });
  for (const answer of [made, other]) {
    expect(answer.id).toMatch(/^[0-9a-f]{16}$/);
    expect(answer.seen).toEqual([answer.id, answer.id]);
  }
  expect(made.id).not.toBe(other.id);
  await laterDone();
  expect(afterwards).toEqual(["given-by-a-proxy", made.id, other.id]);
});

test("a request is one line, without its query, when it is over", async () => {
  const lines: unknown[] = [];
  const spy = vi.spyOn(log, "info").mockImplementation((line: unknown) => void lines.push(line));
  held = Promise.withResolvers();
  const asked = ask("/held?q=ann@contoso.example", "a-request-with-words");
  await vi.waitFor(() => expect(runningHttp().running).toBe(1));
  expect(lines).toEqual([]);
  held.resolve();
  await asked;
  await vi.waitFor(() => expect(runningHttp()).toMatchObject({ running: 0, servers: [server] }));
  spy.mockRestore();
  expect(lines).toMatchObject([
    {
      event: "request",
      requestId: "a-request-with-words",
      method: "GET",
      path: "/held",
      kind: "page",
      status: 200,
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain("contoso");
});
