import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { SCALES, type Scale } from "./settings";
import { type RunningEmulator, startEmulator } from "./start";

/**
 * How fast the emulator answers at a scale: one JSON line a figure on stdout, p95 in milliseconds over keep-alive HTTP,
 * one call after the other. `floor` is a bare node server that sends the same bytes. `cpuMs` is the p95 of the processor
 * time a call costs, client included: on a busy machine it tells more than the clock.
 *
 * Run: tsx emulator/bench.ts [--scale large] [--n 200]
 */
const LIMIT_MS = 20;

type Measured = { name: string; method?: string; path: string; body?: unknown };

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

async function time(
  n: number,
  call: () => Promise<Response>,
): Promise<{ p95: number; cpu: number; text: string }> {
  const durations: number[] = [];
  const cpuTimes: number[] = [];
  let text = "";
  for (let round = -10; round < n; round += 1) {
    const cpuStart = process.cpuUsage();
    const start = performance.now();
    const response = await call();
    text = await response.text();
    if (round < 0) continue;
    durations.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpuStart);
    cpuTimes.push((user + system) / 1000);
  }
  return { p95: percentile(durations, 0.95), cpu: percentile(cpuTimes, 0.95), text };
}

/** p95 of a server that does nothing but send this text. */
async function floorOf(text: string, n: number): Promise<number> {
  const server = createServer((_, response) =>
    response.setHeader("content-type", "application/json").end(text),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { p95 } = await time(n, () => fetch(`http://127.0.0.1:${port}/`));
  server.closeAllConnections();
  server.close();
  return p95;
}

function print(figure: Record<string, unknown>): void {
  console.log(JSON.stringify(figure));
}

async function accessToken({ url }: RunningEmulator): Promise<string> {
  const minted = await fetch(`${url}/_emulator/tokens`, { method: "POST" });
  const { refreshToken } = (await minted.json()) as { refreshToken: string };
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const answer = await fetch(`${url}/oauth/token`, { method: "POST", body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

/** The calls that a portal makes most, and the deepest pages. */
function measuredCalls(running: RunningEmulator): Measured[] {
  const A = "/api/v3/accounts/10001";
  const { db } = running.emulator;
  const some = (sql: string) => String(Object.values(db.get<Record<string, unknown>>(sql) ?? {})[0]);
  const customer = some(
    "SELECT customer_id FROM orders WHERE account_id = '10001' GROUP BY 1 ORDER BY count(*) DESC",
  );
  const order = some(`SELECT order_id FROM orders WHERE customer_id = ${customer}`);
  const subscription = some(`SELECT id FROM subscriptions WHERE customer_id = ${customer}`);
  const last = Number(some("SELECT count(*) FROM subscriptions WHERE account_id = '10001'")) - 100;
  const half = Number(some("SELECT count(*) FROM orders WHERE account_id = '10001'")) / 2;
  const halfway = Number(some("SELECT count(*) FROM products WHERE account_id = '10001'")) / 2;
  const token = (cursor: number) =>
    Buffer.from(`${Math.floor(cursor)}:100:${EMPTY_FILTERS}`).toString("base64url");
  const item = {
    action: "UPDATE",
    productId: "Microsoft365EandFNCE-demonce",
    skuId: "USCFQ7TTC0LDPB0001",
    planId: "Monthly-n18",
    quantity: 1,
    attributes: [{ name: "operations", value: "updateSubscription" }],
  };
  return [
    { name: "products list, 20", path: `${A}/products?pageSize=20` },
    { name: "products list, 100", path: `${A}/products?pageSize=100` },
    { name: "products list, 100, from the middle", path: `${A}/products?pageToken=${token(halfway)}` },
    { name: "products by name", path: `${A}/products?pageSize=20&filter.name=Backup%2019` },
    { name: "products by rare name", path: `${A}/products?pageSize=20&filter.name=no%20such%20thing` },
    {
      name: "products by SKU name",
      path: `${A}/products?pageSize=20&filter.skuDisplayName=no%20such%20thing`,
    },
    {
      name: "products by add-on name",
      path: `${A}/products?pageSize=20&filter.addonDisplayName=no%20such%20thing`,
    },
    { name: "products by provider", path: `${A}/products?pageSize=20&filter.cloudProviderId=30` },
    {
      name: "products by part number",
      path: `${A}/products?pageSize=20&filter.mfgPartNumber=CFQ7TTC0LH18:0001:P1Y:Y`,
    },
    { name: "product", path: `${A}/products/Microsoft365EandFNCE-demonce` },
    { name: "categories", path: `${A}/products/categories` },
    {
      name: "pricing",
      method: "POST",
      path: `${A}/products:pricing`,
      body: { externalProductWithProvider: [{ provider: "azure", externalProducts: ["CFQ7TTC0LH18"] }] },
    },
    { name: "customers list, 100", path: `${A}/customers?pageSize=100` },
    { name: "customers by name", path: `${A}/customers?pageSize=100&filter.customerName=Grace%20Chen` },
    { name: "customer", path: `${A}/customers/${customer}` },
    { name: "cloud profiles", path: `${A}/customers/${customer}/cloudProfiles` },
    { name: "orders list, 100", path: `${A}/orders?pageSize=100` },
    { name: "orders list, 100, from the middle", path: `${A}/orders?pageToken=${token(half)}` },
    { name: "orders by status", path: `${A}/orders?pageSize=100&status=ERROR` },
    { name: "orders by provider", path: `${A}/orders?pageSize=100&filter.providerNameList=SOPHOS` },
    { name: "orders by update time", path: `${A}/orders?pageSize=100&sortBy=updateTime` },
    { name: "orders of a customer", path: `${A}/customers/${customer}/orders?pageSize=100` },
    { name: "orders of every customer", path: `${A}/customers/-/orders?pageSize=100` },
    { name: "order", path: `${A}/customers/${customer}/orders/${order}` },
    {
      name: "refused order",
      method: "POST",
      path: `${A}/customers/${customer}/orders`,
      body: { orderItems: [item] },
    },
    { name: "subscriptions list, 100", path: `${A}/subscriptions?pagination.limit=100` },
    {
      name: "subscriptions list, last page",
      path: `${A}/subscriptions?pagination.limit=100&pagination.offset=${last}`,
    },
    {
      name: "subscriptions by renewal date",
      path: `${A}/subscriptions?pagination.limit=100&pagination.sortBy=renewalDate&pagination.offset=${last}`,
    },
    {
      name: "subscriptions by customer name",
      path: `${A}/subscriptions?pagination.limit=100&pagination.sortBy=customerName&pagination.sortOrder=DESC`,
    },
    {
      name: "subscriptions by status",
      path: `${A}/subscriptions?pagination.limit=100&subscriptionStatus=SUSPENDED`,
    },
    {
      name: "subscriptions by text",
      path: `${A}/subscriptions?pagination.limit=100&pagination.filter=no%20such%20thing`,
    },
    {
      name: "subscriptions by text, sorted",
      path: `${A}/subscriptions?pagination.limit=100&pagination.filter=business&pagination.sortBy=renewalDate`,
    },
    {
      name: "subscriptions by billing term",
      path: `${A}/subscriptions?pagination.limit=100&billingTerm=P1M`,
    },
    {
      name: "subscriptions ending this month",
      path: `${A}/subscriptions?pagination.limit=100&endDateRange.relativeDateRange=MONTH_TO_DATE`,
    },
    {
      name: "subscriptions by custom field",
      path: `${A}/subscriptions?pagination.limit=100&customField.field=ContactID&customField.value=1234`,
    },
    { name: "subscription", path: `${A}/customers/${customer}/subscriptions/${subscription}` },
    { name: "carts list", path: `/api/v3/customers/${customer}/carts?status=OPEN&pagination.limit=100` },
    {
      name: "create cart",
      method: "POST",
      path: `/api/v3/customers/${customer}/carts`,
      body: { status: "OPEN" },
    },
    { name: "templates by vendor", path: `${A}/provisionTemplates?vendor=MICROSOFT` },
  ];
}

/** What paging.ts makes of no filters at all. */
const EMPTY_FILTERS = "2jmj7l";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: "string" }, n: { type: "string" } } });
  const scale: Scale = SCALES.find((one) => one === values.scale) ?? "large";
  const n = Number(values.n ?? 200);
  const seedStart = performance.now();
  const running = await startEmulator({ port: 0, scale, orderTrouble: 0 });
  const seedSeconds = (performance.now() - seedStart) / 1000;
  print({
    name: `seed ${scale}`,
    value: round(seedSeconds),
    unit: "s",
    n: 1,
    floor: null,
    ratio: null,
    limit: 60,
    ok: seedSeconds < 60,
  });
  const authorization = `Bearer ${await accessToken(running)}`;
  for (const { name, method, path, body } of measuredCalls(running)) {
    const headers: Record<string, string> = { authorization };
    if (body) headers["content-type"] = "application/json";
    const init = { method, headers, body: body ? JSON.stringify(body) : undefined };
    const { p95, cpu, text } = await time(n, () => fetch(`${running.url}${path}`, init));
    const floor = await floorOf(text, Math.min(n, 100));
    print({
      name,
      value: round(p95),
      unit: "ms p95",
      n,
      floor: round(floor),
      ratio: round(p95 / floor),
      limit: LIMIT_MS,
      ok: p95 < LIMIT_MS,
      bytes: text.length,
      cpuMs: round(cpu),
    });
  }
  await running.close();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

await main();
