import { run } from "./process.mjs";

/**
 * Runs the fault drills; needs the packages, and builds the portal if its sources have changed. What happens meanwhile
 * goes to stderr, also the table at the end.
 * @param {string[]} args `--quick`, `--seed N`, `--only name,name`
 * @returns {Promise<{ code: number, lines: ({ drill: string, ok: boolean } & Record<string, unknown>)[], output: string }>}
 */
export async function runDrills(args) {
  const { code, output } = await run("node", ["--import", "tsx", "scripts/chaos/run.ts", ...args], {
    quiet: true,
    onError: (text) => process.stderr.write(text),
  });
  const lines = output.split("\n").filter((line) => line.startsWith('{"drill"'));
  return { code, output, lines: lines.map((line) => JSON.parse(line)) };
}
