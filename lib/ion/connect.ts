import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { observeIonCall, observeOAuth, withRequestId } from "@/lib/observe/ion-calls";
import { createIonClient, type IonClient } from "./client";
import { watchOutage } from "./connection-outage";
import { createDbTokenStore, writeRefreshToken } from "./db-token-store";
import { IonError } from "./errors";
import { createDispatcher } from "./http";
import { recordIonCall } from "./last-call";
import { DEFAULT_LIMITS } from "./limits";
import { createIonOAuth } from "./oauth";
import { createTokenVault } from "./token-vault";
import type { TokenVault } from "./tokens";
import type { IonRequestEvent } from "./transport";

/** The one place where the client meets the portal: database, settings and log. */

interface Connection {
  client: IonClient;
  vault: TokenVault;
}

// On globalThis, because the development server loads modules anew: one pool, one limiter and one rotation an account.
const held = globalThis as typeof globalThis & { ionConnections?: Map<string, Promise<Connection>> };

function connections(): Map<string, Promise<Connection>> {
  held.ionConnections ??= new Map();
  return held.ionConnections;
}

/**
 * The Ion client of a reseller account, made once a process. `accountId` is the portal's id of the account.
 * Throws IonError "connection-lost" when the account has never been connected.
 */
export async function connectIon(accountId: string): Promise<IonClient> {
  return (await connection(accountId)).client;
}

/**
 * Keeps credentials that a person brought from Ion's portal, encrypted, in place of whatever was there. Not checked here:
 * the first call shows whether Ion takes them.
 */
export async function storeRefreshToken(accountId: string, refreshToken: string): Promise<void> {
  await writeRefreshToken(await getDb(), env().ENCRYPTION_KEYS, accountId, refreshToken.trim());
  // Whoever holds the old client may finish with it; its idle connections close by themselves.
  connections().delete(accountId);
}

/**
 * Rotates the account's tokens when they are older than that: a refresh token dies after 32 idle days
 * (CONTRACT.md section 1). True when it did.
 */
export async function keepIonConnectionAlive(accountId: string, maxAgeDays: number): Promise<boolean> {
  const { vault } = await connection(accountId);
  return vault.rotateIfOlderThan(maxAgeDays * 24 * 60 * 60);
}

function connection(accountId: string): Promise<Connection> {
  const known = connections().get(accountId);
  if (known) return known;
  const made = connect(accountId);
  connections().set(accountId, made);
  made.catch(() => {
    if (connections().get(accountId) === made) connections().delete(accountId);
  });
  return made;
}

async function connect(accountId: string): Promise<Connection> {
  const { ION_BASE_URL: baseUrl, ENCRYPTION_KEYS: keys } = env();
  const db = await getDb();
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  const store = createDbTokenStore({ db: getDb, accountId, keys });
  if (!account || !(await store.read())) throw notConnected();
  const pool = createDispatcher(DEFAULT_LIMITS);
  const dispatcher = withRequestId(pool);
  const vault = createTokenVault({ store, oauth: observeOAuth(createIonOAuth({ baseUrl, dispatcher })) });
  const client = createIonClient({
    baseUrl,
    accountId: account.ionAccountId,
    tokens: vault,
    dispatcher,
    onRequest: (event) => {
      const state = recordIonCall(accountId, event);
      if (state) watchOutage(accountId, state, { status: event.status });
      observeIonCall(event);
      report(accountId, event);
    },
  });
  return { client: { ...client, close: () => pool.close() }, vault };
}

function report(accountId: string, { requestId: ionRequestId, ...event }: IonRequestEvent): void {
  const line = { event: "ion-call", accountId, ionRequestId, ...event };
  if (event.failure && event.failure !== "aborted") log.warn(line, "Ion call failed");
  else log.debug(line, "Ion call");
}

function notConnected(): IonError {
  return new IonError("connection-lost", {
    operation: "connect",
    method: "POST",
    path: "/oauth/token",
    sent: "no",
    message: "This account is not connected to Ion.",
  });
}
