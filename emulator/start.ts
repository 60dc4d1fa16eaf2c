import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { ACCOUNTS } from "./accounts";
import { createApp } from "./app";
import { type ClockState, createClock } from "./clock";
import { createFaultList } from "./control/fault-list";
import { createJournal } from "./control/journal";
import type { Emulator } from "./emulator";
import { createNextOrders } from "./orders/next-orders";
import { isSeeded, seedDatabase } from "./seed/seed";
import { defaultSettings, type Settings } from "./settings";
import { Database } from "./state/database";
import { readMeta, writeMeta } from "./state/meta";
import { issueRefreshToken } from "./state/tokens";
import { createVariants } from "./variants";

export type RunningEmulator = {
  /** e.g. http://127.0.0.1:4010 */
  url: string;
  port: number;
  emulator: Emulator;
  /** A refresh token for account 10001, when this start seeded the data. */
  refreshToken?: string;
  /** Stops listening, cuts what is open, closes the database. */
  close(): Promise<void>;
};

/**
 * Starts an emulator on 127.0.0.1.
 * @throws Error with a plain sentence when the port is taken or the stored data was made with other settings.
 */
export async function startEmulator(options: Partial<Settings> = {}): Promise<RunningEmulator> {
  const settings: Settings = { ...defaultSettings, ...options };
  const variants = createVariants(settings.variants);
  const db = openDatabase(settings);
  const emulator: Emulator = {
    settings,
    startSettings: { ...settings },
    db,
    variants,
    clock: createClock(firstClock(db, settings), (state) => writeMeta(db, "clock", JSON.stringify(state))),
    faults: createFaultList(settings.seed),
    journal: createJournal(),
    nextOrders: createNextOrders(),
  };
  let refreshToken: string | undefined;
  try {
    if (!isSeeded(db)) {
      seedDatabase(emulator);
      refreshToken = issueRefreshToken(db, ACCOUNTS[0].accountId, emulator.clock.now());
    }
    const server = await listen(emulator);
    return { ...server, emulator, refreshToken };
  } catch (error) {
    db.close();
    throw error;
  }
}

function openDatabase(settings: Settings): Database {
  if (settings.dataDir === undefined) return new Database(":memory:");
  const file = join(settings.dataDir, "ion.sqlite");
  mkdirSync(settings.dataDir, { recursive: true });
  if (settings.fresh) for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  const db = new Database(file);
  const stored = readMeta(db, "scale");
  const storedSeed = readMeta(db, "seed");
  if (stored !== undefined && (stored !== settings.scale || storedSeed !== String(settings.seed))) {
    db.close();
    throw new Error(
      `The data in ${settings.dataDir} is of scale ${stored} and seed ${storedSeed}, not ${settings.scale} and ${settings.seed}. Add --fresh to replace it.`,
    );
  }
  return db;
}

function firstClock(db: Database, settings: Settings): ClockState {
  const stored = readMeta(db, "clock");
  if (stored !== undefined) return JSON.parse(stored) as ClockState;
  const offsetMs = settings.epoch === undefined ? 0 : Date.parse(settings.epoch) - Date.now();
  return { offsetMs, frozenAtMs: null };
}

async function listen(emulator: Emulator): Promise<Pick<RunningEmulator, "url" | "port" | "close">> {
  const server = createAdaptorServer({ fetch: createApp(emulator).fetch });
  // Longer than any client keeps an idle connection: a POST must never meet a connection that is just being closed.
  if ("keepAliveTimeout" in server) server.keepAliveTimeout = 75_000;
  const wanted = emulator.settings.port;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken
          ? new Error(`Port ${wanted} is taken by another program. Choose another one with --port.`)
          : error,
      );
    });
    server.listen(wanted, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : wanted;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        emulator.db.close();
        resolve();
      });
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, port, close };
}
