import { accessSync, constants } from "node:fs";
import path from "node:path";
import { giveUp, run, say } from "./process.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function find() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not this one.
      }
    }
  }
  return undefined;
}

/** Path of the system's Chromium. As root on Debian it is installed when missing; others get the one command to run. */
export async function ensureChromium() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() !== 0) {
    giveUp(
      "The browser tests need Chromium. Install it with: sudo apt-get update && sudo apt-get install -y chromium",
    );
  }
  say("Installing Chromium with apt-get (about a minute) …");
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const { code, output } = await run("apt-get", args, {
      quiet: true,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (code !== 0) giveUp(`${output}\nChromium could not be installed; apt-get's words are above.`);
  }
  return find() ?? giveUp("Chromium was installed, but no program of that name is on the PATH.");
}
