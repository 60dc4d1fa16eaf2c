// npm run dev: the emulator and `next dev` together, on the demo's data.
import { ensureInstalled } from "./lib/install.mjs";
import { say, start } from "./lib/process.mjs";
import { portalEnv, portSetting, requireFreePort, seedPortal, startEmulator } from "./lib/servers.mjs";

const DATA = process.env.DEV_DATA ?? ".data/dev";
const portalPort = portSetting("PORTAL_PORT", 3000);
const emulatorPort = portSetting("EMULATOR_PORT", 4010);

await requireFreePort(portalPort, "PORTAL_PORT", "the portal");
await requireFreePort(emulatorPort, "EMULATOR_PORT", "the Ion emulator");
await ensureInstalled();
const emulator = await startEmulator({ port: emulatorPort, data: `${DATA}/emulator` });
const env = portalEnv({ port: portalPort, data: DATA, ionUrl: emulator.url });
await seedPortal(env);
say(
  `Emulator at ${emulator.url}. Sign-ins: owner@example.com, admin@example.com, sales@example.com / ion-demo.`,
);
const portal = start("next", ["dev", "--hostname", "127.0.0.1", "--port", String(portalPort)], {
  env: { ...env, NODE_ENV: "development" },
  onLine: say,
});

async function stopAll() {
  await portal.stop();
  await emulator.stop();
  process.exit(0);
}
process.on("SIGINT", stopAll);
process.on("SIGTERM", stopAll);
portal.ended.then(stopAll);
