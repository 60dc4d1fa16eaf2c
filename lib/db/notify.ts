import "server-only";
import { sql } from "drizzle-orm";
import type { ClientBase, Notification } from "pg";
import { type Channel, listenToAll } from "./channels";
import { type Database, type Db, getDatabase } from "./client";

type Handler = (payload: string) => void;
type Hub = { handlers: Map<Channel, Set<Handler>>; ready: Promise<void> };

const held = globalThis as typeof globalThis & { portalNotifications?: Hub };

/** Sends a message to everybody who listens, in every replica. `payload` is at most 8,000 bytes. */
export async function notify(db: Db, channel: Channel, payload: string): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${payload})`);
}

/**
 * Calls `handler` for each message on the channel until the returned function is called. One connection of the process
 * listens for all. Whoever needs certainty looks by itself now and then: what was sent while that connection was being
 * made anew is lost.
 */
export async function listen(channel: Channel, handler: Handler): Promise<() => void> {
  const hub = hubOf();
  const handlers = hub.handlers.get(channel) ?? new Set();
  hub.handlers.set(channel, handlers);
  handlers.add(handler);
  await hub.ready;
  return () => handlers.delete(handler);
}

function hubOf(): Hub {
  if (held.portalNotifications) return held.portalNotifications;
  const handlers: Hub["handlers"] = new Map();
  const deliver = (channel: string, payload: string) => {
    for (const handler of handlers.get(channel as Channel) ?? []) handler(payload);
  };
  const hub: Hub = { handlers, ready: getDatabase().then((database) => connect(database, deliver)) };
  hub.ready.catch(() => {
    if (held.portalNotifications === hub) held.portalNotifications = undefined;
  });
  held.portalNotifications = hub;
  return hub;
}

type Deliver = (channel: string, payload: string) => void;
const RECONNECT_MS = 1_000;

async function connect(database: Database, deliver: Deliver): Promise<void> {
  if (database.kind === "pglite") return void (await hearOnEach(database.pool, deliver));
  const client = await database.pool.connect();
  let ended = false;
  database.beforeClose(() => {
    if (ended) return;
    ended = true;
    client.release(true);
  });
  const again = () => {
    if (ended) return;
    ended = true;
    client.release(true);
    const retry = () => {
      if (database.pool.ending) return;
      connect(database, deliver).catch(() => setTimeout(retry, RECONNECT_MS).unref());
    };
    setTimeout(retry, RECONNECT_MS).unref();
  };
  client.on("error", again);
  client.on("end", again);
  hear(client, deliver);
  await listenToAll(client);
}

/**
 * Gives `deliver` what the one connection of an embedded database is told, and each that comes in its place, until the
 * returned function is called. They listen to the portal's channels from the beginning (`openPglite`).
 */
export async function hearOnEach(pool: Database["pool"], deliver: Deliver): Promise<() => void> {
  const stops: (() => void)[] = [];
  const hearToo = (client: ClientBase) => void stops.push(hear(client, deliver));
  const first = await pool.connect();
  pool.on("connect", hearToo);
  hearToo(first);
  first.release();
  return () => {
    pool.off("connect", hearToo);
    for (const stop of stops) stop();
  };
}

function hear(client: ClientBase, deliver: Deliver): () => void {
  const heard = ({ channel, payload }: Notification) => deliver(channel, payload ?? "");
  client.on("notification", heard);
  return () => client.off("notification", heard);
}
