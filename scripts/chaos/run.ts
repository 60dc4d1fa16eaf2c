// The drills themselves: a JSON line a drill on stdout as it ends, what happens meanwhile and a table on stderr. Run by
// scripts/lib/chaos.mjs, which has seen to packages.
import { parseArgs } from "node:util";
import { createRandom } from "@/emulator/random";
import { ensureBuilt } from "../lib/install.mjs";
import type { Drill, Outcome } from "./drill";
import { checkoutsUnderFaults } from "./drills/checkouts-under-faults";
import { embeddedDatabase } from "./drills/embedded-database";
import { ionDown } from "./drills/ion-down";
import { races } from "./drills/races";
import { replicaKills } from "./drills/replica-kills";
import { tokenRotations } from "./drills/token-rotations";
import { openShop, type Shop } from "./shop";
import { type Line, toTable } from "./table";

/** What runs at the same time, each lane in its order. In the quick form the first lane shares its portals. */
const LANES: readonly (readonly Drill[])[] = [
  [checkoutsUnderFaults, replicaKills, races, ionDown],
  [tokenRotations, embeddedDatabase],
];
const DRILLS = LANES.flat();
const MINUTES_A_DRILL = { quick: 5, full: 15 };

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const { quick } = values;
const seed = Number(values.seed);
const only = values.only?.split(",");
const unknown = only?.filter((name) => !DRILLS.some((drill) => drill.name === name)) ?? [];
if (unknown.length > 0 || !Number.isInteger(seed)) {
  process.stderr.write(
    `Use --seed with a whole number and --only with any of ${DRILLS.map(({ name }) => name).join(",")}.\n`,
  );
  process.exit(1);
}

const note = (sentence: string) =>
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${sentence}\n`);

const NOTHING: Outcome = { attempts: 0, faults: 0, kills: 0, duplicates: 0, lost: 0, unknown: 0, wrong: [] };

let shared: Promise<Shop> | undefined;

/** The one shop of the quick form, which its borrowers don't close. */
async function borrowShop(): Promise<Shop> {
  shared ??= openShop(seed);
  const shop = await shared;
  return { ...shop, close: async () => undefined };
}

/** Runs one drill; whatever ends it early is something wrong, too. */
async function runDrill(drill: Drill): Promise<Line> {
  note(`${drill.name}: ${drill.what}`);
  const begin = Date.now();
  const minutes = quick ? MINUTES_A_DRILL.quick : MINUTES_A_DRILL.full;
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`it took more than ${minutes} minutes`)), minutes * 60_000).unref();
  });
  const shopOf = quick ? borrowShop : () => openShop(seed);
  const running = drill.run({
    seed,
    quick,
    random: createRandom(seed),
    openShop: shopOf,
    note: (sentence) => note(`${drill.name}: ${sentence}`),
  });
  const { wrong, figures, ...counts } = await Promise.race([running, tooLong]).catch(
    (error): Outcome => ({
      ...NOTHING,
      wrong: [`the drill broke off: ${error instanceof Error ? error.stack : String(error)}`],
    }),
  );
  const ok = wrong.length === 0 && counts.duplicates === 0 && counts.lost === 0 && counts.unknown === 0;
  const seconds = Math.round((Date.now() - begin) / 1000);
  const line = { drill: drill.name, ...counts, ok, seed, seconds, ...figures };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  for (const sentence of wrong.slice(0, 20)) note(`${drill.name}: ${sentence}`);
  if (wrong.length > 20) note(`${drill.name}: and ${wrong.length - 20} more`);
  return line;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
await ensureBuilt();
const lines = await Promise.all(
  LANES.map(async (lane) => {
    const done: Line[] = [];
    for (const drill of lane) if (!only || only.includes(drill.name)) done.push(await runDrill(drill));
    return done;
  }),
);
await shared?.then((shop) => shop.close()).catch(() => undefined);
process.stderr.write(toTable(lines.flat()));
process.exit(lines.flat().every(({ ok }) => ok) ? 0 : 1);
