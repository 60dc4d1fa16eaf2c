// npm run chaos [-- --quick] [--seed N] [--only name,name]: fault drills against the emulator, each followed by a comparison
// of what the portal believes with what Ion has. A JSON line a drill on stdout, a table on stderr; 1 when one is not ok.
import { runDrills } from "./lib/chaos.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { giveUp, say } from "./lib/process.mjs";

await ensureInstalled();
const { code, lines, output } = await runDrills(process.argv.slice(2));
for (const line of lines) say(JSON.stringify(line));
if (lines.length === 0)
  giveUp(`${output.slice(-4000)}\nNo drill came to an end; the words of the last are above.`);
process.exit(code);
