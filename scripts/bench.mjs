// npm run bench [-- name] [--quick]: performance. A JSON line a figure on stdout, a readable table on stderr. --quick takes
// less data and fewer rounds where a bench can: to try it out, not to compare.
import { ensureInstalled } from "./lib/install.mjs";
import { giveUp, run } from "./lib/process.mjs";
import { V8_OPTIONS } from "./lib/servers.mjs";

/** name -> how to run it. Each prints `{"name","value","unit","n","floor","ratio","limit","ok"}` lines. */
const BENCHES = {
  emulator: ["tsx", ["emulator/bench.ts", "--scale", "large"]],
  catalog: [
    "node",
    [
      ...V8_OPTIONS,
      "--expose-gc",
      "--conditions=react-server",
      "--import",
      "tsx",
      "scripts/bench/catalog-search.ts",
    ],
  ],
  lists: ["node", ["scripts/bench/lists.mjs"]],
};

const given = process.argv.slice(2);
const options = given.filter((arg, index) => arg.startsWith("--") || given[index - 1] === "--only");
const wanted = given.find((arg) => !options.includes(arg));
if (wanted && !(wanted in BENCHES))
  giveUp(`There is no bench "${wanted}". There are: ${Object.keys(BENCHES).join(", ")}.`);
await ensureInstalled();

const figures = [];
let broken = false;
for (const [name, [command, args]] of Object.entries(BENCHES)) {
  if (wanted && wanted !== name) continue;
  const { code, output } = await run(command, name === "lists" ? [...args, ...options] : args, {
    quiet: true,
    onError: (text) => process.stderr.write(text),
  });
  const lines = output.split("\n").filter((line) => line.startsWith('{"name"'));
  if (code !== 0) {
    process.stderr.write(`${output.slice(-4000)}\nThe bench "${name}" broke off; its words are above.\n`);
    broken = true;
  }
  figures.push(...lines.map((line) => JSON.parse(line)));
}
for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
for (const { name, value, unit, floor, limit, ok } of figures) {
  const bound = limit === undefined ? "" : `limit ${limit}`;
  process.stderr.write(
    `${ok === false ? "MISS" : "ok  "} ${name.padEnd(48)} ${value} ${unit}  floor ${floor ?? "-"}  ${bound}\n`,
  );
}
process.exit(broken || figures.some(({ ok }) => ok === false) ? 1 : 0);
