import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { A, type Known, measuredCalls } from "./bench/measured-calls";
import { floorOf, percentile, time } from "./bench/timing";
import { SCALES, type Scale } from "./settings";

/**
 * How fast the emulator answers at a scale: one JSON line a figure on stdout, p95 in milliseconds over keep-alive HTTP,
 * one call after the other, the emulator in a process of its own. `floor` is a bare node server that sends the same
 * bytes; `inside` is the p95 of what the emulator itself took, by its journal.
 *
 * Run: tsx emulator/bench.ts [--scale large] [--n 200]
 */
const LIMIT_MS = 20;
const SEED_LIMIT_S = 60;

type Client = {
  call(path: string, init?: RequestInit): Promise<Response>;
  json<T>(path: string): Promise<T>;
};

async function start(scale: Scale): Promise<{ url: string; seconds: number; stop: () => void }> {
  const begin = performance.now();
  const args = [
    "--import",
    "tsx",
    "emulator/main.ts",
    "--port",
    "0",
    "--data",
    "memory",
    "--order-trouble",
    "0",
  ];
  const child = spawn(process.execPath, [...args, "--scale", scale], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (http:\S+)/.exec(line)?.[1];
    if (url) return { url, seconds: (performance.now() - begin) / 1000, stop: () => child.kill() };
  }
  throw new Error("the emulator ended before it was ready");
}

async function signIn(url: string): Promise<Client> {
  const minted = await fetch(`${url}/_emulator/tokens`, { method: "POST" });
  const { refreshToken } = (await minted.json()) as { refreshToken: string };
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const answer = await fetch(`${url}/oauth/token`, { method: "POST", body });
  const { access_token } = (await answer.json()) as { access_token: string };
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${access_token}`, ...init.headers },
    });
  return { call, json: async <T>(path: string) => (await (await call(path)).json()) as T };
}

/** A customer who has an order and a subscription, and how much there is of everything. */
async function explore({ json }: Client, scale: Scale): Promise<Known> {
  type Subscriptions = { totalCount: string; items: { id: string; customerId: string }[] };
  const subscriptions = await json<Subscriptions>(`${A}/subscriptions?pagination.limit=1`);
  const [first] = subscriptions.items;
  if (!first) throw new Error("the seed has no subscription");
  type Orders = { totalCount: number; orders: { orderId: string }[] };
  const own = await json<Orders>(`${A}/customers/${first.customerId}/orders?pageSize=1`);
  const all = await json<Orders>(`${A}/orders?pageSize=1`);
  return {
    customer: first.customerId,
    subscription: first.id,
    order: own.orders[0]?.orderId ?? "",
    counts: {
      products: { demo: 40, medium: 1_000, large: 20_000 }[scale],
      orders: all.totalCount,
      subscriptions: Number(subscriptions.totalCount),
    },
  };
}

function print(figure: Record<string, unknown>): void {
  console.log(JSON.stringify(figure));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: "string" }, n: { type: "string" } } });
  const scale: Scale = SCALES.find((one) => one === values.scale) ?? "large";
  const n = Number(values.n ?? 200);
  const { url, seconds, stop } = await start(scale);
  const seeded = { value: round(seconds), unit: "s", n: 1, floor: null, ratio: null, limit: SEED_LIMIT_S };
  print({ name: `start and seed ${scale}`, ...seeded, ok: seconds < SEED_LIMIT_S });
  const client = await signIn(url);
  for (const { name, method, path, body } of measuredCalls(await explore(client, scale))) {
    const headers: Record<string, string> = body ? { "content-type": "application/json" } : {};
    const init = { method, headers, body: body ? JSON.stringify(body) : undefined };
    const { p95, text } = await time(n, () => client.call(path, init));
    const journal = await client.json<{ requests: { durationMs: number }[] }>(
      `/_emulator/requests?limit=${n}`,
    );
    const inside = percentile(
      journal.requests.map((one) => one.durationMs),
      0.95,
    );
    const floor = await floorOf(text, Math.min(n, 100));
    const figure = {
      name,
      value: round(p95),
      unit: "ms p95",
      n,
      floor: round(floor),
      ratio: round(p95 / floor),
    };
    print({ ...figure, limit: LIMIT_MS, ok: p95 < LIMIT_MS, inside, bytes: text.length });
  }
  stop();
}

await main();
