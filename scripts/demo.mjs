// npm run demo: from a plain clone to a running portal with believable data. Needs Node and npm only.
import { rmSync } from "node:fs";
import { ensureBuilt, ensureInstalled } from "./lib/install.mjs";
import { say } from "./lib/process.mjs";
import {
  portalEnv,
  portSetting,
  requireFreePort,
  seedPortal,
  startEmulator,
  startPortal,
} from "./lib/servers.mjs";

const DATA = ".data/demo";
const fresh = process.argv.includes("--fresh");
const portalPort = portSetting("PORTAL_PORT", 3000);
const emulatorPort = portSetting("EMULATOR_PORT", 4010);

say("Ion Reseller Portal, demo. The first start takes two to three minutes, later ones a few seconds.");
await requireFreePort(portalPort, "PORTAL_PORT", "the portal");
await requireFreePort(emulatorPort, "EMULATOR_PORT", "the Ion emulator");
if (fresh) {
  say("Starting over: the demo's data is removed.");
  rmSync(DATA, { recursive: true, force: true });
}
await ensureInstalled();
await ensureBuilt();

say("Starting the Ion emulator …");
const emulator = await startEmulator({ port: emulatorPort, data: `${DATA}/emulator` });
say("Preparing the portal's database …");
const env = portalEnv({ port: portalPort, data: DATA, ionUrl: emulator.url });
await seedPortal(env);
say("Starting the portal …");
const portal = await startPortal({ port: portalPort, env, onLine: (line) => say(`  portal  ${line}`) });

say(`
The portal is at  ${portal.url}
Sign in with      owner@example.com, admin@example.com or sales@example.com
Password          ion-demo

The Ion emulator is at ${emulator.url}. Data is kept in .data/demo; "npm run demo -- --fresh" starts over.
Ctrl-C stops both.
`);

let stopping = false;
async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  say("Stopping …");
  await portal.stop();
  await emulator.stop();
  process.exit(code);
}
process.on("SIGINT", () => stopAll(0));
process.on("SIGTERM", () => stopAll(0));
for (const [name, running] of Object.entries({ portal, emulator })) {
  running.ended.then((code) => {
    if (!stopping) say(`The ${name} ended by itself.`);
    return stopAll(code);
  });
}
