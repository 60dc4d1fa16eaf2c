// npm run e2e -- --grep @main: the browser stories of one area, with everything they need.
import { counter } from "./lib/counted.mjs";
import { runStories } from "./lib/e2e.mjs";
import { ensureInstalled } from "./lib/install.mjs";

await ensureInstalled();
const counts = counter();
const { passed, failed } = await runStories(process.argv.slice(2));
counts.add("browser stories", passed, failed);
counts.finish();
