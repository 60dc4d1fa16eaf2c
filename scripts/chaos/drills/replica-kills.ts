import { type Drill, type Outcome, type Setting, sleep, until } from "../drill";
import { countUnconfirmed } from "../intents";
import { sellCarts } from "../sell";
import { followUp, isOpen, judge } from "../settle";

/** Ion takes its time over a checkout, so that kills find some under way. */
const SLOW_CHECKOUT = { method: "POST", path: "*checkout", kind: "latency", latencyMs: 700 } as const;

/** Checkouts while one portal after the other is killed and comes back. */
export const replicaKills: Drill = {
  name: "replica-kills",
  what: "checkouts while a replica is killed with SIGKILL every few seconds and restarted: the same zeros",
  run,
};

async function run(setting: Setting): Promise<Outcome> {
  const { quick, random, note } = setting;
  const checkouts = quick ? 16 : 200;
  const fewestKills = quick ? 3 : 20;
  const shop = await setting.openShop();
  const { replicas, ion } = shop.stack;
  let kills = 0;
  let selling = true;
  const killer = (async () => {
    await sleep(1000);
    while (selling) {
      const replica = replicas[kills % replicas.length];
      await replica?.kill();
      kills += 1;
      await replica?.start();
      await sleep(random.int(500, 2500));
    }
  })();
  // Awaited below; until then it must not end the program.
  killer.catch(() => undefined);
  try {
    await ion.control.fault(SLOW_CHECKOUT);
    const unconfirmedBefore = await countUnconfirmed(shop.stack);
    const purchases = await sellCarts(shop, checkouts, setting);
    // What is held goes out while the kills go on.
    await until(20, async () => kills >= fewestKills || undefined);
    selling = false;
    await killer;
    note(`${kills} kills, ${purchases.filter(isOpen).length} orders are being looked up`);
    await ion.control.clearFaults();
    const released = await followUp(shop, purchases, { seconds: quick ? 60 : 240, hurry: quick });
    const { told, ...found } = await judge(shop, purchases);
    return {
      attempts: purchases.length,
      faults: 0,
      kills,
      ...found,
      figures: {
        presses: purchases.reduce((sum, { presses }) => sum + presses, 0),
        unconfirmed: (await countUnconfirmed(shop.stack)) - unconfirmedBefore,
        toldPlaced: told.placed ?? 0,
        toldRefused: told.refused ?? 0,
        released,
      },
    };
  } finally {
    selling = false;
    await killer.catch(() => undefined);
    await shop.close();
  }
}
