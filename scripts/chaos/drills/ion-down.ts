import type { Call } from "../control";
import { type Drill, type Outcome, type Setting, sleep, until } from "../drill";
import type { Person } from "../person";
import { PLAN } from "../shop";
import type { Stack } from "../stack";

const READERS = 10;
const THINK_MS = 600;
/** How long a write may take to be refused while Ion is down. */
const REFUSED_WITHIN_MS = 10_000;
const RECOVERED_WITHIN_SECONDS = 10;
const ORDINARY_SECONDS = 5;
/** How many times the calls of the busiest ordinary second Ion may get in the busiest one after its return. */
const STAMPEDE = 2;

const LISTS = [
  "/api/customers",
  "/api/orders?phase=done",
  "/api/subscriptions?sort=renewal",
  "/api/catalog?q=business",
  "/api/carts",
  "/api/palette?q=contoso",
  "/api/connection",
];
const PAGES = ["/", "/customers", "/orders", "/subscriptions", "/catalog", "/carts"];

/** Ion gone for a minute: first not there at all, then answering 503, while people read and some try to write. */
export const ionDown: Drill = {
  name: "ion-down",
  what: "Ion down under read load: reads are served, writes refused clearly, recovery without a stampede",
  run,
};

type Tally = { reads: number; unserved: string[]; refusals: number; slowestRefusalMs: number };

async function run({ quick, random, note, openShop }: Setting): Promise<Outcome> {
  const secondsDown = quick ? 8 : 60;
  const watchedSeconds = quick ? 6 : 20;
  const shop = await openShop();
  const { stack, people } = shop;
  const [writer] = people;
  if (!writer) throw new Error("nobody signed in");
  const wrong: string[] = [];
  const tally: Tally = { reads: 0, unserved: [], refusals: 0, slowestRefusalMs: 0 };
  try {
    const [customerId = ""] = shop.customers;
    const paths = [...LISTS, ...PAGES, ...(await details(writer))];
    let reading = true;
    const readers = Array.from({ length: READERS }, async (_, index) => {
      const person = people[index % people.length];
      while (reading && person) {
        const path = random.pick(paths);
        const status = await person.open(path);
        tally.reads += 1;
        if (status !== 200) tally.unserved.push(`${path} answered ${status}`);
        await sleep(THINK_MS * random.next());
      }
    });
    const write = () => tryToWrite(writer, customerId, random.int(0, 1));
    if (!(await write())?.ok) wrong.push("a write failed before Ion was down");

    const ordinarySince = Date.now();
    await sleep(ORDINARY_SECONDS * 1000);
    const ordinary = busiestSecond(await callsSince(stack, ordinarySince));

    note(`Ion is gone for ${secondsDown} s`);
    const downUntil = Date.now() + secondsDown * 1000;
    await stack.ion.kill();
    await refuseUntil(Date.now() + secondsDown * 500, write, tally, wrong);
    const returnedAt = await answering503(stack, downUntil, write, tally, wrong);

    note("Ion is back");
    const recovered = await until(60, async () => ((await write())?.ok ? Date.now() : undefined), 500);
    const calm = await until(60, async () => ((await allSayOk(people)) ? Date.now() : undefined), 500);
    const secondsTo = (at: number | undefined) =>
      at === undefined ? 999 : Math.round((at - returnedAt) / 100) / 10;
    await sleep(Math.max(0, returnedAt + watchedSeconds * 1000 - Date.now()));
    reading = false;
    await Promise.all(readers);

    const calls = await callsSince(stack, returnedAt);
    const busiest = busiestSecond(calls);
    const figures = {
      secondsDown,
      reads: tally.reads,
      readsServed: tally.reads - tally.unserved.length,
      writesRefused: tally.refusals,
      slowestRefusalMs: tally.slowestRefusalMs,
      secondsToFirstWrite: secondsTo(recovered),
      secondsToCalm: secondsTo(calm),
      callsAfterReturn: calls.length,
      busiestOrdinarySecond: ordinary,
      busiestSecond: busiest,
    };
    wrong.push(...tally.unserved);
    if (tally.refusals === 0) wrong.push("nobody tried to write while Ion was down");
    if (tally.slowestRefusalMs > REFUSED_WITHIN_MS)
      wrong.push(`a write was refused only after ${tally.slowestRefusalMs} ms`);
    if (figures.secondsToFirstWrite > RECOVERED_WITHIN_SECONDS)
      wrong.push(`the first write went through ${figures.secondsToFirstWrite} s after Ion's return`);
    if (figures.secondsToCalm > RECOVERED_WITHIN_SECONDS)
      wrong.push(`a portal said only ${figures.secondsToCalm} s after Ion's return that it is back`);
    if (busiest > STAMPEDE * ordinary)
      wrong.push(`Ion got ${busiest} calls in one second after its return; ordinary are up to ${ordinary}`);
    return {
      attempts: tally.reads + tally.refusals,
      faults: 2,
      kills: 1,
      duplicates: 0,
      lost: 0,
      unknown: 0,
      wrong,
      figures,
    };
  } finally {
    await shop.close();
  }
}

/** Pages of single things that the mirror keeps. */
async function details(person: Person): Promise<string[]> {
  type Rows = { rows: { id: string; customerId: string }[] };
  const paths = await Promise.all([
    person.read<Rows>("/api/customers").then((page) => page?.rows.map(({ id }) => `/customers/${id}`)),
    person
      .read<Rows>("/api/orders")
      .then((page) => page?.rows.map(({ id, customerId }) => `/customers/${customerId}/orders/${id}`)),
    person
      .read<Rows>("/api/subscriptions")
      .then((page) => page?.rows.map(({ id, customerId }) => `/customers/${customerId}/subscriptions/${id}`)),
  ]);
  return paths.flatMap((some) => (some ?? []).slice(0, 4));
}

/** Adds one seat to a customer's cart. */
function tryToWrite(person: Person, customerId: string, on: number) {
  return person.act(
    "addToCartAction",
    `/catalog/${PLAN.productId}`,
    { customerId, ...PLAN, quantity: 1 },
    { on },
  );
}

async function refuseUntil(
  end: number,
  write: () => ReturnType<typeof tryToWrite>,
  tally: Tally,
  wrong: string[],
): Promise<void> {
  while (Date.now() < end) {
    const begin = Date.now();
    const answer = await write();
    tally.slowestRefusalMs = Math.max(tally.slowestRefusalMs, Date.now() - begin);
    if (answer === null) wrong.push("a write got no answer while Ion was down");
    else if (answer.ok) wrong.push("a write was confirmed while Ion was down");
    else if (!answer.error.code.startsWith("ION_") || answer.error.message.length < 20)
      wrong.push(`a write was refused with ${answer.error.code}: "${answer.error.message}"`);
    else tally.refusals += 1;
    await sleep(500);
  }
}

/** Ion's machine is up again, and what stands before it still answers 503; at the end that goes too. When, in ms. */
async function answering503(
  { ion }: Stack,
  end: number,
  write: () => ReturnType<typeof tryToWrite>,
  tally: Tally,
  wrong: string[],
): Promise<number> {
  await ion.start();
  await ion.control.fault({ kind: "status", status: 503 });
  await refuseUntil(end, write, tally, wrong);
  await ion.control.clearFaults();
  return Date.now();
}

async function allSayOk(people: readonly Person[]): Promise<boolean> {
  const states = await Promise.all(people.map((person) => person.read<{ state: string }>("/api/connection")));
  return states.every((answer) => answer?.state === "ok");
}

async function callsSince({ ion }: Stack, since: number): Promise<Call[]> {
  return (await ion.control.calls()).filter(({ startedAtMs }) => startedAtMs >= since);
}

function busiestSecond(calls: readonly Call[]): number {
  const bySecond = Map.groupBy(calls, ({ startedAtMs }) => Math.floor(startedAtMs / 1000));
  return Math.max(0, ...[...bySecond.values()].map((some) => some.length));
}
