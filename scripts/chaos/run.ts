// The drills themselves. Run by scripts/chaos.mjs, which has seen to packages and the build.
import { parseArgs } from "node:util";
import { createRandom } from "@/emulator/random";
import type { Drill, Outcome } from "./drill";
import { checkoutsUnderFaults } from "./drills/checkouts-under-faults";
import { embeddedDatabase } from "./drills/embedded-database";
import { ionDown } from "./drills/ion-down";
import { replicaKills } from "./drills/replica-kills";
import { tokenRotations } from "./drills/token-rotations";

const DRILLS: readonly Drill[] = [
  checkoutsUnderFaults,
  replicaKills,
  tokenRotations,
  ionDown,
  embeddedDatabase,
];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);
const wanted = DRILLS.filter(({ name }) => values.only === undefined || values.only === name);
if (wanted.length === 0) throw new Error(`There are: ${DRILLS.map(({ name }) => name).join(", ")}.`);

const note = (sentence: string) =>
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${sentence}\n`);

let allOk = true;
for (const { name, what, run } of wanted) {
  note(`${name}: ${what}`);
  const begin = Date.now();
  const outcome = await run({ seed, quick: values.quick, random: createRandom(seed), note }).catch(
    (error): Outcome => ({
      attempts: 0,
      faults: 0,
      kills: 0,
      duplicates: 0,
      lost: 0,
      unknown: 0,
      wrong: [`the drill broke off: ${error instanceof Error ? error.stack : String(error)}`],
    }),
  );
  const { wrong, figures, ...counts } = outcome;
  const ok = wrong.length === 0;
  allOk &&= ok;
  const seconds = Math.round((Date.now() - begin) / 1000);
  process.stdout.write(`${JSON.stringify({ drill: name, ...counts, ok, seed, seconds, ...figures })}\n`);
  for (const sentence of wrong.slice(0, 20)) process.stderr.write(`  ${name}: ${sentence}\n`);
}
process.exit(allOk ? 0 : 1);
