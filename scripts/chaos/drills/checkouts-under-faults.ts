import type { Fault } from "../control";
import type { Drill, Outcome, Setting } from "../drill";
import { countUnconfirmed } from "../intents";
import { sellCarts } from "../sell";
import { followUp, isOpen, judge } from "../settle";
import type { Shop } from "../shop";

/** The share of checkouts that something happens to. */
const SHARE = 0.3;
const CHECKOUT = { method: "POST", path: "*checkout" };
/** A portal waits 75 seconds for the answer to a checkout. Ion does the work, too late. */
const BEYOND_THE_TIMEOUT_MS = 80_000;
const SLOW_MS = 2_000;

/** What happens: nothing was done, it was done and the answer is lost, or nobody can tell. */
const kindsOf = (quick: boolean): Fault[] => [
  { kind: "drop-before" },
  { kind: "drop-after" },
  { kind: "status", status: 500 },
  { kind: "status", status: 500, after: true },
  { kind: "status", status: 503 },
  { kind: "status", status: 429, retryAfter: 1 },
  { kind: "garbage" },
  { kind: "garbage", after: true },
  { kind: "latency", latencyMs: quick ? SLOW_MS : BEYOND_THE_TIMEOUT_MS },
];

/** Checkouts by ten people while three in ten of them go wrong at Ion in every way there is. */
export const checkoutsUnderFaults: Drill = {
  name: "checkouts-under-faults",
  what: "checkouts by ten people with 30 % mixed faults: one order each, none lost, everybody told the truth",
  run,
};

async function run(setting: Setting): Promise<Outcome> {
  const { quick, note } = setting;
  const checkouts = quick ? 20 : 500;
  const shop = await setting.openShop();
  try {
    await setFaults(shop, quick);
    const purchases = await sellCarts(shop, checkouts, setting);
    note(`${purchases.filter(isOpen).length} are being looked up`);
    // What is ordered again meets the same faults, until in the end Ion is well.
    let released = await followUp(shop, purchases, { seconds: quick ? 15 : 200, hurry: quick });
    const faults = await shop.stack.ion.control.hits();
    await shop.stack.ion.control.clearFaults();
    released += await followUp(shop, purchases, { seconds: quick ? 40 : 240, hurry: quick });
    const { told, ...found } = await judge(shop, purchases);
    return {
      attempts: purchases.length,
      faults,
      kills: 0,
      ...found,
      figures: {
        presses: purchases.reduce((sum, { presses }) => sum + presses, 0),
        unconfirmed: await countUnconfirmed(shop.stack),
        toldPlaced: told.placed ?? 0,
        toldRefused: told.refused ?? 0,
        released,
      },
    };
  } finally {
    await shop.close();
  }
}

async function setFaults({ stack }: Shop, quick: boolean): Promise<void> {
  const kinds = kindsOf(quick);
  // Each kind has its own chance; together they hit `SHARE` of the checkouts.
  const rate = 1 - (1 - SHARE) ** (1 / kinds.length);
  for (const kind of kinds) await stack.ion.control.fault({ ...CHECKOUT, ...kind, rate });
  // Looking for a lost order goes wrong, too.
  for (const kind of [{ kind: "drop-before" }, { kind: "status", status: 503 }] as const)
    await stack.ion.control.fault({ method: "GET", path: "*/customers/*/orders", ...kind, rate: 0.1 });
}
