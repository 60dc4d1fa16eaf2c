// npm run e2e -- --grep @main: the browser stories of one area, with everything they need.
// npm run e2e -- --servers: only starts what they need and says how to run stories against it, again and again.
import { counter } from "./lib/counted.mjs";
import { runStories, startStoryServers } from "./lib/e2e.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { say } from "./lib/process.mjs";

await ensureInstalled();
if (process.argv.includes("--servers")) {
  const { portal, emulator, stop } = await startStoryServers();
  say(
    `STORY_PORTAL_URL=${portal} STORY_EMULATOR_URL=${emulator} npm run e2e -- --grep @main\nCtrl-C stops both.`,
  );
  const end = () => stop().then(() => process.exit(0));
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
} else {
  process.on("SIGINT", () => process.exit(130));
  process.on("SIGTERM", () => process.exit(143));
  const counts = counter();
  const { stories, logs } = await runStories(process.argv.slice(2));
  counts.add("browser stories", stories);
  counts.add("no secret in the logs", logs);
  counts.finish();
}
