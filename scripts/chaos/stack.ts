import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startPostgres } from "../lib/postgres.mjs";
import { freePort } from "../lib/process.mjs";
import { portalEnv, seedPortal, startEmulator, tryPortal } from "../lib/servers.mjs";
import { type Control, controlOf } from "./control";

/** One portal process that can be killed and comes back at the same address. */
export type Replica = {
  url: string;
  isUp: () => boolean;
  /** SIGKILL: no goodbye, nothing finished. */
  kill: () => Promise<void>;
  /** Throws with the portal's own words when it does not become ready. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The emulator as a process that can be gone for a while; what it holds is in a folder. */
export type Ion = { url: string; control: Control; kill: () => Promise<void>; start: () => Promise<void> };

export type Stack = {
  ion: Ion;
  replicas: Replica[];
  /** Null on the embedded database, which belongs to the portal alone. */
  db: pg.Pool | null;
  /** The portal's settings, for processes of a drill's own. */
  env: Record<string, string>;
  stop: () => Promise<void>;
};

type Options = {
  seed: number;
  /** How many portals; more than one needs a server. */
  replicas: number;
  database: "postgres" | "embedded";
};

/** What was started and has to go when the program ends in the middle. */
const folders = new Set<string>();
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts an emulator, a database and portals built for production, on free ports and in a folder of their own. */
export async function startStack({ seed, replicas: count, database }: Options): Promise<Stack> {
  const data = mkdtempSync(path.join(tmpdir(), "portal-chaos-"));
  folders.add(data);
  const ion = await startIon(path.join(data, "emulator"), seed);
  const postgres = database === "postgres" ? await startPostgres() : null;
  const envAt = (port: number) =>
    portalEnv({ port, data, ionUrl: ion.url, databaseUrl: postgres?.url ?? "" }) as Record<string, string>;
  const env = envAt(await freePort());
  await seedPortal(env);
  const replicas: Replica[] = [];
  for (let number = 0; number < count; number += 1) {
    const port = await freePort();
    replicas.push(replicaAt(port, envAt(port)));
    await replicas.at(-1)?.start();
  }
  const db = postgres ? new pg.Pool({ connectionString: postgres.url, max: 4 }) : null;
  // The server goes away under it at the end of a drill.
  db?.on("error", () => undefined);
  return {
    ion,
    replicas,
    db,
    env,
    async stop() {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await db?.end();
      await postgres?.stop();
      await ion.kill();
      rmSync(data, { recursive: true, force: true });
      folders.delete(data);
    },
  };
}

async function startIon(data: string, seed: number): Promise<Ion> {
  const port = await freePort();
  const args = ["--seed", String(seed), "--order-seconds", "3", "--order-trouble", "0"];
  const start = () => startEmulator({ port, data, args });
  let running = await start();
  return {
    url: running.url,
    control: controlOf(running.url),
    kill: () => running.kill(),
    async start() {
      running = await start();
    },
  };
}

function replicaAt(port: number, env: Record<string, string>): Replica {
  let running: Awaited<ReturnType<typeof tryPortal>> | undefined;
  let isUp = false;
  return {
    url: `http://127.0.0.1:${port}`,
    isUp: () => isUp,
    async kill() {
      isUp = false;
      await running?.kill();
    },
    async start() {
      running = await tryPortal({ port, env });
      isUp = running.up;
      if (!isUp) {
        await running.kill();
        throw new Error(`The portal did not start: ${running.output()}`);
      }
    },
    async stop() {
      isUp = false;
      await running?.stop();
    },
  };
}

/** Waits until every list of the mirror has been filled once. Throws after two minutes. */
export async function waitForMirror(json: (path: string) => Promise<unknown>): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const { resources } = (await json("/api/sync")) as { resources: { fullAt: string | null }[] };
    if (resources.every(({ fullAt }) => fullAt)) return;
    if (Date.now() > until) throw new Error("The mirror was not full after two minutes.");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
