import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { runAction } from "@/lib/action";
import { makeAccount } from "@/lib/db/testing/people";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { observeJob } from "./job";
import { startTracing } from "./start-tracing";
import { inSpan } from "./tracer";
import { asWork } from "./work";

// A collector as operators run it, in this process: it takes spans by OTLP over HTTP.

const value = z.object({ stringValue: z.string().optional(), intValue: z.number().optional() });
const exported = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value })) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z.array(z.object({ key: z.string(), value })),
              status: z.object({ code: z.number().optional() }),
            }),
          ),
        }),
      ),
    }),
  ),
});

let collector: Server;
let emulator: RunningEmulator;
let stop: () => Promise<void>;
const bodies: string[] = [];

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    bodies.push(Buffer.concat(chunks).toString("utf8"));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { port } = collector.address() as AddressInfo;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
  emulator = await startEmulator();
  process.env.ION_BASE_URL = emulator.url;
  stop = startTracing();
});
afterAll(async () => {
  await emulator.stop();
  collector.close();
});

test("a collector sees one action down to each attempt at Ion, with ids and without anybody's words", async () => {
  const { id: accountId } = await makeAccount(emulator.accountId);
  await storeRefreshToken(accountId, emulator.refreshToken);
  await emulator.control("POST", "/faults", { path: "*/customers", kind: "status", status: 503, count: 1 });

  const result = await asWork({ id: "the-browsers-request", kind: "request" }, () =>
    inSpan("POST /customers", { "http.target": "/customers?q=ann@contoso.example" }, () =>
      runAction(z.object({ search: z.string() }), { search: "ann@contoso.example" }, async ({ search }) => {
        const ion = await connectIon(accountId);
        const page = await ion.customers.list({ filters: { email: search } });
        return page.customers.length;
      }),
    ),
  );
  expect(result).toMatchObject({ ok: true });
  await observeJob("sync-due", "the-job", async () => "done");
  await expect(
    observeJob("broken", "another-job", () => Promise.reject(new Error("ann@contoso.example"))),
  ).rejects.toThrow();
  await stop();

  const { requests } = await emulator.control<{ requests: { callerRequestId: string | null }[] }>(
    "GET",
    "/requests?path=*/customers",
  );
  expect(requests.map(({ callerRequestId }) => callerRequestId)).toEqual([
    "the-browsers-request",
    "the-browsers-request",
  ]);

  const parsed = bodies.map((body) => exported.parse(JSON.parse(body)));
  const spans = parsed.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  const read = (span: (typeof spans)[number] | undefined) =>
    Object.fromEntries(
      (span?.attributes ?? []).map(({ key, value: { stringValue, intValue } }) => [
        key,
        stringValue ?? intValue,
      ]),
    );
  const named = (name: string) => spans.filter((span) => span.name === name);
  const [root] = named("POST /customers");
  const [action] = named("action");
  const attempts = named("Ion customers.list");
  expect(action).toMatchObject({ traceId: root?.traceId, parentSpanId: root?.spanId });
  expect(attempts).toHaveLength(2);
  for (const attempt of attempts) {
    expect(attempt).toMatchObject({ traceId: root?.traceId, parentSpanId: action?.spanId });
    expect(read(attempt)["portal.request_id"]).toBe("the-browsers-request");
  }
  expect(attempts.map(read)).toMatchObject([
    { "ion.attempt": 1, "ion.outcome": "unavailable", "http.response.status_code": 503 },
    { "ion.attempt": 2, "ion.outcome": "ok", "http.response.status_code": 200 },
  ]);
  expect(named("Ion oauth.token")[0]).toMatchObject({ traceId: root?.traceId });
  expect(read(root)["http.target"]).toBe("/customers?[query]");
  expect(read(named("job sync-due")[0])).toMatchObject({ "portal.job_id": "the-job", "job.outcome": "done" });
  expect(named("job broken")[0]?.status.code).toBe(2);
  const services = parsed.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ resource }) => resource.attributes),
  );
  expect(services).toContainEqual({ key: "service.name", value: { stringValue: "ion-reseller-portal" } });
  for (const body of bodies) expect(body).not.toMatch(/contoso/i);
});
