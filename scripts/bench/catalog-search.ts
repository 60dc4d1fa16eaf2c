// Catalog search over a made-up mirror: a fixed mix of 200 questions at 10,000 and at 100,000 plans, against a plain scan
// of the same 100,000 names. A JSON line a figure. PGlite in memory, or the empty database at DATABASE_URL.
// Run: node --expose-gc --conditions=react-server --import tsx scripts/bench/catalog-search.ts [--verbose]
import { monitorEventLoopDelay } from "node:perf_hooks";
import { actingAs } from "@/lib/auth/acting-as";
import { catalogQuerySchema } from "@/lib/catalog/inputs";
import { listProducts } from "@/lib/catalog/list-products";
import { closeDatabase } from "@/lib/db/client";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { benchProduct, fillCatalog, PLANS_PER_PRODUCT, searchMix } from "./catalog-fixture";

process.env.PORTAL_URL ??= "http://127.0.0.1:3999";
process.env.AUTH_SECRET ??= "bench-secret-bench-secret-bench-secret";
process.env.ENCRYPTION_KEYS ??= `bench:${Buffer.alloc(32, 7).toString("base64")}`;
process.env.ION_BASE_URL ??= "http://127.0.0.1:9";
process.env.PORTAL_DATA_DIR ??= "memory://";
process.env.LOG_LEVEL ??= "silent";

const SIZES = [10_000, 100_000] as const;
/** How often each question is timed: p95 of two hundred times is one of ten, and moves by half from run to run. */
const ROUNDS = 5;
const SCAN_BOUND = 3;
const GROWTH_BOUND = 2;
const verbose = process.argv.includes("--verbose");

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function print(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

const round = (value: number) => Math.round(value * 100) / 100;

/** MB in use when all garbage is gone. */
async function settledMemory(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    global.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** As many names as there are plans, to be scanned. */
function namesOf(products: number): string[] {
  return Array.from({ length: products * PLANS_PER_PRODUCT }, (_, index) =>
    `${benchProduct(Math.floor(index / PLANS_PER_PRODUCT)).name} plan ${index % PLANS_PER_PRODUCT}`.toLowerCase(),
  );
}

type Asked = { kind: string; q: string; ms: number; total: number | null };

/** A catalog of its own account, its index made and its questions asked once: what is measured is warm. */
async function prepare(plans: number) {
  const products = plans / PLANS_PER_PRODUCT;
  const { id: accountId } = await makeAccount();
  const actor = await makePerson(accountId, "owner");
  await fillCatalog(accountId, products);
  const ask = (search: Record<string, string>) =>
    actingAs(actor, () => listProducts(catalogQuerySchema.parse(search)));
  const before = await settledMemory();
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  const started = performance.now();
  await ask({});
  const buildMs = performance.now() - started;
  delay.disable();
  const memory = (await settledMemory()) - before;
  const mix = searchMix(products);
  for (const { search } of mix) await ask({ ...search, limit: "49" });
  const times: Asked[] = [];
  const measure = async ({ kind, search }: (typeof mix)[number]) => {
    const start = performance.now();
    const { total } = await ask(search);
    times.push({ kind, q: search.q ?? "", ms: performance.now() - start, total });
  };
  return { plans, mix, measure, times, buildMs, memory, blockedMs: delay.percentile(99.9) / 1e6 };
}

function p(share: number, { times }: { times: readonly Asked[] }): number {
  return percentile(
    times.map(({ ms }) => ms),
    share,
  );
}

function printSlowest({ plans, times }: { plans: number; times: readonly Asked[] }): void {
  for (const kind of new Set(times.map((one) => one.kind))) {
    const own = { times: times.filter((one) => one.kind === kind) };
    process.stderr.write(
      `${plans} ${kind.padEnd(12)} p50 ${round(p(0.5, own))} p95 ${round(p(0.95, own))}\n`,
    );
  }
  for (const { kind, q, ms, total } of times.toSorted((one, other) => other.ms - one.ms).slice(0, 12)) {
    process.stderr.write(`   ${kind} "${q}" ${round(ms)} ms ${total}\n`);
  }
}

const [small, large] = [await prepare(SIZES[0]), await prepare(SIZES[1])];
const names = namesOf(SIZES[1] / PLANS_PER_PRODUCT);
const scans: number[] = [];
// In turns, so that other work on the machine meets all that is compared.
for (let turn = 0; turn < ROUNDS; turn += 1) {
  for (const question of small.mix) await small.measure(question);
  for (const question of large.mix) {
    await large.measure(question);
    const wanted = (question.search.q ?? "").toLowerCase();
    const scanned = performance.now();
    names.filter((name) => name.includes(wanted));
    scans.push(performance.now() - scanned);
  }
}
if (verbose) for (const catalog of [small, large]) printSlowest(catalog);
const floor = percentile(scans, 0.95);
print({
  name: "catalog search p95, 100,000 plans",
  value: round(p(0.95, large)),
  unit: "ms",
  n: large.times.length,
  floor: round(floor),
  ratio: round(p(0.95, large) / floor),
  limit: `${SCAN_BOUND} x floor`,
  ok: p(0.95, large) <= SCAN_BOUND * floor,
});
print({
  name: "catalog search p95, 100,000 against 10,000",
  value: round(p(0.95, large)),
  unit: "ms",
  n: large.times.length,
  floor: round(p(0.95, small)),
  ratio: round(p(0.95, large) / p(0.95, small)),
  limit: `${GROWTH_BOUND} x floor`,
  ok: p(0.95, large) <= GROWTH_BOUND * p(0.95, small),
});
print({
  name: "catalog search p50, 100,000 plans",
  value: round(p(0.5, large)),
  unit: "ms",
  n: large.times.length,
  floor: round(p(0.5, small)),
});
print({
  name: "catalog index of 100,000 plans, made",
  value: round(large.buildMs),
  unit: "ms",
  n: 1,
  floor: round(small.buildMs),
});
print({
  name: "catalog index of 100,000 plans, memory",
  value: round(large.memory),
  unit: "MB",
  n: 1,
  floor: round(small.memory),
});
print({
  name: "event loop blocked while it is made (p99.9)",
  value: round(large.blockedMs),
  unit: "ms",
  n: 1,
  floor: round(small.blockedMs),
});
await closeDatabase();
process.exit(0);
