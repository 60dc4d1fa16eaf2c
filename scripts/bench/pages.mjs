// Full pages: against a bare one, with Ion slow, and for ten people at once.
import { httpClient } from "../lib/http-client.mjs";
import { freePort } from "../lib/process.mjs";
import { startPortal } from "../lib/servers.mjs";
import { fastAndSlow, ION_MS } from "./emulated-ion.mjs";
import { median, note, p95, print } from "./figures.mjs";
import { residentMb } from "./memory.mjs";
import { throughput } from "./throughput.mjs";

const FULL_PAGES = ["/catalog", "/customers", "/orders", "/subscriptions"];
/** Requests of each kind before the first turn, which are not counted. */
const WARM = 40;

/**
 * Times each page beside the bare one, with Ion fast and slow, in turns: what else happens on the machine meets all three
 * alike. One page after the other: each has the floor of its own minute, and the p95 of two equal
 * halves does not differ by ten per cent, as it did with all four in turns.
 * @param {string} label
 * @param {{ url: string }} bare
 * @param {ReturnType<typeof httpClient>} client
 * @param {(ms: number) => Promise<unknown>} setIonSpeed
 * @param {{ turns: number, aTurn: number }} options `aTurn`: requests of each kind in one turn
 */
export async function fullPages(label, bare, client, setIonSpeed, { turns, aTurn }) {
  note(`${label}: full pages`);
  const bareClient = httpClient(bare.url);
  await bareClient.times(["/"], WARM);
  for (const page of FULL_PAGES) {
    await client.times([page], WARM);
    const floors = [];
    const { times, turn } = fastAndSlow(setIonSpeed, () => client.times([page], aTurn, { warm: 0 }));
    for (let number = 0; number < turns; number += 1) {
      floors.push(...(await bareClient.times(["/"], aTurn, { warm: 0 })));
      await turn();
    }
    pageFigures(label, page, times, floors);
  }
  bareClient.close();
  await setIonSpeed(ION_MS);
}

function pageFigures(label, page, { fast, slow }, floors) {
  const n = slow.length;
  const floor = p95(floors);
  print({
    name: `page ${page}, p95 (${label})`,
    value: p95(slow),
    unit: "ms",
    n,
    floor,
    bound: 2 * floor,
    limit: "2 x bare Next page",
  });
  print({ name: `page ${page}, p50 (${label})`, value: median(slow), unit: "ms", n, floor: median(floors) });
  print({
    name: `page ${page}, p95 with Ion at 800 ms against 0 ms (${label})`,
    value: p95(slow),
    unit: "ms",
    n,
    floor: p95(fast),
    bound: 1.1 * p95(fast),
    limit: "1.1 x floor",
  });
}

/** /catalog for ten people at once. */
export async function load(label, clients, portal, { seconds }) {
  note(`${label}: /catalog for ten people at once`);
  const { perSecond, times } = await throughput(clients, "/catalog", { users: 10, seconds });
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

/** The same with a second portal on the same database; people are spread over both. */
export async function twoReplicas(label, env, portal, { seconds }) {
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
    const { perSecond, times } = await throughput(clients, "/catalog", { users: 10, seconds });
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
