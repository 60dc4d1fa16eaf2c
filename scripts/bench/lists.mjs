// The lists at their full size: a portal built for production over an emulator of Ion, on PGlite and on PostgreSQL. Prints
// a JSON line a figure, each with its floor from the same run; says on stderr how far it is.
// Run: npm run bench -- lists [--quick] [--only pglite|postgres]. --quick takes a tenth of the data and fewer rounds.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { httpClient } from "../lib/http-client.mjs";
import { ensureBuilt } from "../lib/install.mjs";
import { startPostgres } from "../lib/postgres.mjs";
import { freePort, giveUp, run } from "../lib/process.mjs";
import { portalEnv, seedPortal, startEmulator, startPortal, V8_OPTIONS } from "../lib/servers.mjs";
import { startBarePage } from "./bare-page.mjs";
import { browserFigures } from "./browser.mjs";
import { fastAndSlow, freezeIon, ION_MS, ionSpeed } from "./emulated-ion.mjs";
import { note, print } from "./figures.mjs";
import { catalogFigures, listFigures, passFigures } from "./list-figures.mjs";
import { residentMb, watchMemory } from "./memory.mjs";
import { fullPages, load, twoReplicas } from "./pages.mjs";
import { parseCsv, searchMix } from "./searches.mjs";

const quick = process.argv.includes("--quick");
const only = process.argv[process.argv.indexOf("--only") + 1];
const SCALE = quick ? "medium" : "large";
/** Turns with Ion fast and slow (emulated-ion.mjs), and requests for a page in each. */
const TURNS = quick ? 10 : 600;
const A_TURN = 5;
/** Questions put to the database without the portal, of each list. */
const BARE_QUESTIONS = quick ? 40 : 120;
const SECONDS = quick ? 4 : 10;
const FILL_MINUTES = 10;

/** Addresses of each list: as it opens, sorted otherwise, filtered, searched. */
const LISTS = {
  customers: ["", "sort=-created", "sort=email", "status=active", "q=group"],
  orders: ["", "sort=-updated", "sort=customer", "phase=attention", "phase=done&sort=total", "q=microsoft"],
  subscriptions: ["", "sort=renewal", "sort=-seats", "status=active", "renew=yes&sort=customer", "q=backup"],
};

/** An odd number of numbers: otherwise one of Ion's two speeds would meet the even ones alone. */
const [FEWEST_ROWS, ROW_NUMBERS] = [20, 61];

/**
 * The same addresses, each time for another number of rows: a page that is kept is not read from the database, and here
 * reading is what is measured. On average they are the fifty rows that a list asks for.
 * @param {string[]} addresses
 * @returns {(n: number) => string[]}
 */
function neverTheSame(addresses) {
  let asked = 0;
  return (n) =>
    Array.from({ length: n }, () => {
      const limit = FEWEST_ROWS + (Math.floor(asked / addresses.length) % ROW_NUMBERS);
      const address = new URLSearchParams(addresses[asked % addresses.length]);
      address.set("limit", String(limit));
      asked += 1;
      return String(address);
    });
}

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

    // A hundred thousand plans in this process would make its garbage collection part of every time that it takes.
    const catalogFile = path.join(data, "catalog.csv");
    writeFileSync(catalogFile, await csv(label, portal, client));
    const searches = searchMix(plansIn(catalogFile));
    const setIonSpeed = ionSpeed(emulator.url);
    const routes = {};
    note(`${label}: lists with Ion at 0 ms and at ${ION_MS} ms`);
    for (const [list, addresses] of Object.entries(LISTS)) {
      const next = neverTheSame(addresses);
      // Each address once a turn: some take longer than others, and both speeds have to meet them equally often.
      const all = addresses.length;
      const { times, turn } = fastAndSlow(setIonSpeed, () =>
        client.times(
          next(all).map((address) => `/api/${list}?${address}`),
          all,
          { warm: 0 },
        ),
      );
      for (let number = 0; number < TURNS; number += 1) await turn();
      routes[list] = times;
    }
    await setIonSpeed(ION_MS);
    const catalog = await client.times(
      searches.map((address) => `/api/catalog?${address}`),
      searches.length,
    );
    await fullPages(label, bare, client, setIonSpeed, { turns: TURNS, aTurn: A_TURN });
    await load(label, [client], portal, { seconds: SECONDS });
    await browserFigures({
      portal: portal.url,
      bare: bare.url,
      cookies: client.cookies,
      label,
      n: quick ? 6 : 24,
    });
    await setIonSpeed(0);
    client.close();
    if (databaseUrl) await twoReplicas(label, env, portal, { seconds: SECONDS });
    await portal.stop();
    portal = undefined;

    await freezeIon(emulator.url);
    const inside = await measureInside(label, env, searches);
    listFigures(label, routes, inside);
    catalogFigures(label, catalog, inside, plansIn(catalogFile), searches);
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

/** The catalog as a file, timed; answers with another of fewer columns, for `plansIn`. */
async function csv(label, portal, client) {
  note(`${label}: the catalog as CSV`);
  const before = residentMb(portal.child.pid);
  const memory = watchMemory(portal.child.pid);
  const file = await client.send("/api/catalog/csv?columns=product,sku,plan,partNumber,vendor,skuId");
  if (file.status !== 200) giveUp(`The CSV answered ${file.status}: ${file.text().slice(0, 300)}`);
  const all = await client.send("/api/catalog/csv");
  const grown = memory.stop() - before;
  print({
    name: `CSV of the catalog, first byte (${label})`,
    value: all.firstByteMs,
    unit: "ms",
    bound: 500,
  });
  print({ name: `CSV of the catalog, whole (${label})`, value: all.ms / 1000, unit: "s" });
  print({
    name: `CSV of the catalog, growth of memory (${label})`,
    value: grown,
    unit: "MB",
    bound: 60,
  });
  return file.text();
}

/** The plans of the catalog, for the searches. */
function plansIn(file) {
  const [, ...rows] = parseCsv(readFileSync(file, "utf8"));
  return rows.map(([product = "", sku = "", plan = "", partNumber = "", vendor = "", skuId = ""]) => ({
    name: `${product} ${sku} ${plan}`,
    partNumber,
    vendor,
    skuId,
  }));
}

async function measureInside(label, env, searches) {
  note(`${label}: bare SQL, search without HTTP, passes in which nothing changed`);
  const lists = Object.fromEntries(
    Object.entries(LISTS).map(([list, addresses]) => [list, neverTheSame(addresses)(BARE_QUESTIONS)]),
  );
  const task = JSON.stringify({ lists, warm: 6, searches });
  const args = [
    ...V8_OPTIONS,
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/bench/inside.ts",
    task,
  ];
  const { code, output } = await run("node", args, { quiet: true, env });
  const line = output.split("\n").find((text) => text.startsWith('{"sql"'));
  if (code !== 0 || !line)
    giveUp(`${output}\nThe measurement inside of the portal failed; its words are above.`);
  return JSON.parse(line);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
await main();
process.exit(0);
