// The lists at their full size: a portal built for production over an emulator of Ion, on PGlite and on PostgreSQL. Prints
// a JSON line a figure, each with its floor from the same run; says on stderr how far it is.
// Run: npm run bench -- lists [--quick] [--only pglite|postgres]. --quick takes a tenth of the data and fewer rounds.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { httpClient } from "../lib/http-client.mjs";
import { ensureBuilt } from "../lib/install.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { freePort, giveUp, run } from "../lib/process.mjs";
import { portalEnv, seedPortal, startEmulator, startPortal } from "../lib/servers.mjs";
import { startBarePage } from "./bare-page.mjs";
import { browserFigures } from "./browser.mjs";
import { median, note, p95, print } from "./figures.mjs";
import { residentMb, watchMemory } from "./memory.mjs";
import { parseCsv, scanTimes, searchMix } from "./searches.mjs";
import { throughput } from "./throughput.mjs";

const quick = process.argv.includes("--quick");
const only = process.argv[process.argv.indexOf("--only") + 1];
const SCALE = quick ? "medium" : "large";
const ROUNDS = quick ? 40 : 120;
const PAGES = quick ? 15 : 40;
const SECONDS = quick ? 4 : 10;
const ION_MS = 800;
const FILL_MINUTES = 10;

/** Addresses of each list: as it opens, sorted otherwise, filtered, searched. */
const LISTS = {
  customers: ["", "sort=-created", "sort=email", "status=active", "q=group"],
  orders: ["", "sort=-updated", "sort=customer", "phase=attention", "phase=done&sort=total", "q=microsoft"],
  subscriptions: ["", "sort=renewal", "sort=-seats", "status=active", "renew=yes&sort=customer", "q=backup"],
};
const FULL_PAGES = ["/catalog", "/customers", "/orders", "/subscriptions"];

async function main() {
  await ensureBuilt();
  const bare = await startBarePage();
  try {
    if (only !== "postgres") await measure("PGlite", bare);
    if (only !== "pglite") {
      const postgres = await startPostgres();
      try {
        await measure("PostgreSQL", bare, postgres.url);
      } finally {
        await postgres.stop();
      }
    }
  } finally {
    await bare.stop();
  }
}

/** Everything once, on one kind of database. */
async function measure(label, bare, databaseUrl) {
  const data = mkdtempSync(path.join(tmpdir(), "portal-bench-"));
  const clear = () => rmSync(data, { recursive: true, force: true });
  process.on("exit", clear);
  const emulator = await startEmulator({
    port: await freePort(),
    data: "memory",
    args: ["--scale", SCALE, "--order-trouble", "0"],
  });
  const port = await freePort();
  const env = portalEnv({ port, data, ionUrl: emulator.url, ...(databaseUrl ? { databaseUrl } : {}) });
  let portal;
  try {
    await seedPortal(env);
    portal = await startPortal({ port, env });
    const client = httpClient(portal.url);
    await client.signIn();
    await fill(label, portal, client);

    const plans = await csv(label, portal, client);
    const searches = searchMix(plans);
    const slowIon = (ms) =>
      fetch(`${emulator.url}/_emulator/latency`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ms }),
      });
    const routes = {};
    note(`${label}: lists with Ion at 0 ms`);
    for (const [list, addresses] of Object.entries(LISTS)) {
      const paths = addresses.map((address) => `/api/${list}?${address}`);
      routes[list] = { fast: await client.times(paths, ROUNDS) };
    }
    await slowIon(ION_MS);
    note(`${label}: lists with Ion at ${ION_MS} ms`);
    for (const [list, addresses] of Object.entries(LISTS)) {
      const paths = addresses.map((address) => `/api/${list}?${address}`);
      routes[list].slow = await client.times(paths, ROUNDS);
    }
    const catalog = await client.times(
      searches.map((address) => `/api/catalog?${address}`),
      searches.length,
    );
    await fullPages(label, bare, client, slowIon);
    await load(label, [client], portal);
    await browserFigures({
      portal: portal.url,
      bare: bare.url,
      cookies: client.cookies,
      label,
      n: quick ? 6 : 12,
    });
    await slowIon(0);
    client.close();
    if (databaseUrl) await twoReplicas(label, env, portal);
    await portal.stop();
    portal = undefined;

    const inside = await measureInside(label, env, searches);
    listFigures(label, routes, inside);
    catalogFigures(label, catalog, inside, plans, searches);
    passFigures(label, inside);
  } finally {
    await portal?.stop();
    await emulator.stop();
    clear();
  }
}

/** Waits for the first passes and watches what they take. */
async function fill(label, portal, client) {
  note(`${label}: first passes over Ion's lists`);
  const memory = watchMemory(portal.child.pid);
  const until = Date.now() + FILL_MINUTES * 60_000;
  const begin = performance.now();
  const done = new Map();
  while (done.size < 4) {
    if (Date.now() > until) giveUp(`The mirror was not full after ${FILL_MINUTES} minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { resources } = await client.json("/api/sync");
    for (const { resource, fullAt } of resources) {
      if (fullAt && !done.has(resource)) done.set(resource, (performance.now() - begin) / 1000);
    }
  }
  print({
    name: `memory of the portal during the first passes (${label})`,
    value: memory.stop(),
    unit: "MB",
    bound: label === "PGlite" ? 900 : 500,
  });
  print({
    name: `memory of the portal after them (${label})`,
    value: residentMb(portal.child.pid),
    unit: "MB",
  });
}

/** The catalog as a file, and its plans for the searches. */
async function csv(label, portal, client) {
  note(`${label}: the catalog as CSV`);
  const before = residentMb(portal.child.pid);
  const memory = watchMemory(portal.child.pid);
  const file = await client.send("/api/catalog/csv?columns=product,sku,plan,partNumber,vendor,skuId");
  if (file.status !== 200) giveUp(`The CSV answered ${file.status}: ${file.text().slice(0, 300)}`);
  const [, ...rows] = parseCsv(file.text());
  const all = await client.send("/api/catalog/csv");
  const grown = memory.stop() - before;
  print({
    name: `CSV of the catalog, first byte (${label})`,
    value: all.firstByteMs,
    unit: "ms",
    bound: 500,
  });
  print({ name: `CSV of the catalog, whole (${label})`, value: all.ms / 1000, unit: "s", n: rows.length });
  print({
    name: `CSV of the catalog, growth of memory (${label})`,
    value: grown,
    unit: "MB",
    n: rows.length,
    bound: 60,
  });
  return rows.map(([product = "", sku = "", plan = "", partNumber = "", vendor = "", skuId = ""]) => ({
    name: `${product} ${sku} ${plan}`,
    partNumber,
    vendor,
    skuId,
  }));
}

async function fullPages(label, bare, client, slowIon) {
  note(`${label}: full pages`);
  const floorClient = httpClient(bare.url);
  const floor = p95(await floorClient.times(["/"], PAGES * 2));
  floorClient.close();
  for (const page of FULL_PAGES) {
    await slowIon(0);
    const fast = await client.times([page], PAGES);
    await slowIon(ION_MS);
    const slow = await client.times([page], PAGES);
    print({
      name: `page ${page}, p95 (${label})`,
      value: p95(slow),
      unit: "ms",
      n: slow.length,
      floor,
      bound: 2 * floor,
      limit: "2 x bare Next page",
    });
    print({
      name: `page ${page}, p95 with Ion at 800 ms against 0 ms (${label})`,
      value: p95(slow),
      unit: "ms",
      n: slow.length,
      floor: p95(fast),
      bound: 1.1 * p95(fast),
      limit: "1.1 x floor",
    });
  }
}

async function load(label, clients, portal) {
  note(`${label}: /catalog for ten people at once`);
  const { perSecond, times } = await throughput(clients, "/catalog", { users: 10, seconds: SECONDS });
  print({
    name: `requests of /catalog a second, 10 users (${label})`,
    value: perSecond,
    unit: "1/s",
    n: times.length,
  });
  print({ name: `/catalog with 10 users, p95 (${label})`, value: p95(times), unit: "ms", n: times.length });
  print({
    name: `memory of the portal under load (${label})`,
    value: residentMb(portal.child.pid),
    unit: "MB",
  });
}

/** A second portal on the same database; people are spread over both. */
async function twoReplicas(label, env, portal) {
  const port = await freePort();
  const other = await startPortal({
    port,
    env: { ...env, PORTAL_URL: `http://127.0.0.1:${port}`, PORTAL_PORT: String(port) },
  });
  const clients = [httpClient(portal.url), httpClient(other.url)];
  try {
    for (const client of clients) {
      await client.signIn();
      await client.times(["/catalog"], 10);
    }
    const { perSecond, times } = await throughput(clients, "/catalog", { users: 10, seconds: SECONDS });
    print({
      name: `requests of /catalog a second, 10 users, two replicas (${label})`,
      value: perSecond,
      unit: "1/s",
      n: times.length,
    });
  } finally {
    for (const client of clients) client.close();
    await other.stop();
  }
}

async function measureInside(label, env, searches) {
  note(`${label}: bare SQL, search without HTTP, passes in which nothing changed`);
  const task = JSON.stringify({ lists: LISTS, searches, repeats: ROUNDS });
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/bench/inside.ts", task];
  const { code, output } = await run("node", args, { quiet: true, env });
  const line = output.split("\n").find((text) => text.startsWith('{"sql"'));
  if (code !== 0 || !line)
    giveUp(`${output}\nThe measurement inside of the portal failed; its words are above.`);
  return JSON.parse(line);
}

function listFigures(label, routes, inside) {
  for (const [list, { fast, slow }] of Object.entries(routes)) {
    const floor = p95(inside.sql[list]);
    print({
      name: `/api/${list}, p95 (${label})`,
      value: p95(slow),
      unit: "ms",
      n: slow.length,
      floor,
      bound: 2 * floor + 5,
      limit: "2 x bare SQL + 5 ms",
    });
    print({
      name: `/api/${list}, p95 with Ion at 800 ms against 0 ms (${label})`,
      value: p95(slow),
      unit: "ms",
      n: slow.length,
      floor: p95(fast),
      bound: 1.1 * p95(fast),
      limit: "1.1 x floor",
    });
    print({
      name: `${list} in process, p95 (${label})`,
      value: p95(inside.inProcess[list]),
      unit: "ms",
      n: inside.inProcess[list].length,
      floor,
    });
  }
}

function catalogFigures(label, catalog, inside, plans, searches) {
  const floor = p95(scanTimes(plans, searches));
  print({
    name: `catalog search over HTTP, p95 of ${plans.length} plans (${label})`,
    value: p95(catalog),
    unit: "ms",
    n: catalog.length,
    floor,
    bound: 3 * floor,
    limit: "3 x plain scan",
  });
  print({
    name: `catalog search in process, p95 of ${plans.length} plans (${label})`,
    value: p95(inside.search),
    unit: "ms",
    n: inside.search.length,
    floor,
    bound: 3 * floor,
    limit: "3 x plain scan",
  });
  print({
    name: `catalog search over HTTP, p50 (${label})`,
    value: median(catalog),
    unit: "ms",
    n: catalog.length,
  });
}

function passFigures(label, { passes }) {
  for (const { resource, first, again } of passes) {
    const { inserted = 0, updated = 0, removed = 0, state, databaseMs } = again.outcome;
    if (first) {
      print({
        name: `first pass over ${resource} (${label})`,
        value: first.seconds,
        unit: "s",
        n: first.rows,
        bound: resource === "products" ? 120 : 180,
      });
    }
    if (state !== "done") giveUp(`The second pass over ${resource} ended as ${state}.`);
    print({
      name: `rows written by an unchanged pass over ${resource} (${label})`,
      value: inserted + updated + removed,
      unit: "rows",
      bound: 0,
    });
    if (first) {
      print({
        name: `database time of an unchanged pass over ${resource} (${label})`,
        value: databaseMs,
        unit: "ms",
        floor: first.databaseMs,
        bound: first.databaseMs / 5,
        limit: "1/5 of the first pass",
      });
    }
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
await main();
process.exit(0);
