// npm run bench [-- name]: performance. A JSON line a figure on stdout, a readable table on stderr.
import { ensureInstalled } from "./lib/install.mjs";
import { giveUp, run } from "./lib/process.mjs";

/** name -> how to run it. Each prints `{"name","value","unit","n","floor","ratio","limit","ok"}` lines. */
const BENCHES = {
  emulator: ["tsx", ["emulator/bench.ts", "--scale", "large"]],
};

const [wanted] = process.argv.slice(2);
if (wanted && !(wanted in BENCHES))
  giveUp(`There is no bench "${wanted}". There are: ${Object.keys(BENCHES).join(", ")}.`);
await ensureInstalled();

const figures = [];
for (const [name, [command, args]] of Object.entries(BENCHES)) {
  if (wanted && wanted !== name) continue;
  const { code, output } = await run(command, args, { quiet: true });
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  if (code !== 0 && lines.length === 0) giveUp(`${output}\nThe bench "${name}" failed; its words are above.`);
  figures.push(...lines.map((line) => JSON.parse(line)));
}
for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
for (const { name, value, unit, floor, limit, ok } of figures) {
  const bound = limit === undefined ? "" : `limit ${limit}`;
  process.stderr.write(
    `${ok === false ? "MISS" : "ok  "} ${name.padEnd(48)} ${value} ${unit}  floor ${floor ?? "-"}  ${bound}\n`,
  );
}
process.exit(figures.some(({ ok }) => ok === false) ? 1 : 0);
