import "server-only";
import { eq } from "drizzle-orm";
import type { Dispatcher } from "undici";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { observeIonCall, observeOAuth, withRequestId } from "@/lib/observe/ion-calls";
import { createIonClient, type IonClient } from "./client";
import { createDbRate } from "./connect-rate";
import { raiseAlarm } from "./connection-alarm";
import { watchOutage } from "./connection-outage";
import { createDbTokenStore, writeRefreshToken } from "./db-token-store";
import { IonError, isIonError } from "./errors";
import { createDispatcher } from "./http";
import { recordIonCall } from "./last-call";
import { DEFAULT_LIMITS } from "./limits";
import { createIonOAuth } from "./oauth";
import { createTokenVault, type RotationEvent } from "./token-vault";
import type { AccessTokens, TokenStore, TokenVault } from "./tokens";
import type { IonRequestEvent } from "./transport";

/** The one place where the client meets the portal: database, settings and log. */

interface Connection {
  client: IonClient;
  vault: TokenVault;
  /** Whether a small question is answered with this access token: it is this account's. Throws IonError. */
  ask(accessToken: string): Promise<void>;
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

/** The same client for passes over lists, which never keep a person waiting. */
export async function connectIonInBackground(accountId: string): Promise<IonClient> {
  return (await connectIon(accountId)).inBackground;
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
 * Tries a refresh token that a person brought, and keeps what it gives in place of what was there when Ion takes it for
 * this account. "kept": Ion could not be asked and the old one was dead anyway.
 *
 * Throws IonError "connection-lost" when Ion refuses it, "forbidden" when it is another account's, other kinds when Ion could
 * not be asked; nothing is changed then.
 */
export async function adoptRefreshToken(
  accountId: string,
  refreshToken: string,
): Promise<"working" | "kept"> {
  // An account that was never connected has no client yet.
  const { client, vault, ask } = await connect(accountId);
  try {
    const outcome = await vault.adopt(refreshToken, async (accessToken) => {
      try {
        await ask(accessToken);
      } catch (error) {
        // Any other failure says nothing of whose token it is.
        if (isIonError(error, "forbidden", "unauthorized", "not-found"))
          throw new IonError("forbidden", error.info, error);
      }
    });
    // The client of this process may remember what the old tokens brought.
    connections().delete(accountId);
    return outcome;
  } finally {
    await client.close();
  }
}

/**
 * Rotates the account's tokens when they are older than that: a refresh token dies after 32 idle days
 * (CONTRACT.md section 1). True when it did. Throws IonError when it failed.
 */
export async function keepIonConnectionAlive(accountId: string, maxAgeDays: number): Promise<boolean> {
  const { vault } = await connection(accountId);
  return vault.rotateIfOlderThan(maxAgeDays * 24 * 60 * 60);
}

function connection(accountId: string): Promise<Connection> {
  const known = connections().get(accountId);
  if (known) return known;
  const made = connectStored(accountId);
  connections().set(accountId, made);
  made.catch(() => {
    if (connections().get(accountId) === made) connections().delete(accountId);
  });
  return made;
}

async function connectStored(accountId: string): Promise<Connection> {
  if (!(await tokenStore(accountId).read())) throw notConnected();
  return connect(accountId);
}

function tokenStore(accountId: string): TokenStore {
  return createDbTokenStore({ db: getDb, accountId, keys: env().ENCRYPTION_KEYS });
}

async function connect(accountId: string): Promise<Connection> {
  const { ION_BASE_URL: baseUrl, ION_REQUESTS_PER_SECOND: perSecond } = env();
  const db = await getDb();
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw notConnected();
  const pool = createDispatcher(DEFAULT_LIMITS);
  const dispatcher = withRequestId(pool);
  const vault = createTokenVault({
    store: tokenStore(accountId),
    oauth: observeOAuth(createIonOAuth({ baseUrl, dispatcher })),
    onRotation: (event) => reportRotation(accountId, event),
  });
  const common = { baseUrl, accountId: account.ionAccountId, dispatcher };
  const client = createIonClient({
    ...common,
    tokens: vault,
    ...(perSecond > 0 ? { rate: await createDbRate(accountId, perSecond) } : {}),
    onRequest: (event) => {
      const state = recordIonCall(accountId, event);
      if (state) watchOutage(accountId, state, { status: event.status });
      observeIonCall(event);
      report(accountId, event);
    },
    onCircuit: (state) => {
      const words = state === "open" ? "Ion does not answer: calls are held back" : "Ion answers again";
      log.warn({ event: `ion-circuit-${state}`, accountId }, words);
    },
  });
  const ask = async (accessToken: string) => {
    const tokens: AccessTokens = {
      getAccessToken: async () => accessToken,
      invalidate: () => undefined,
      isDead: async () => false,
      check: async () => null,
    };
    const asking = createIonClient({ ...common, tokens, limits: { maxAttempts: 2 } });
    await asking.customers.list({ pageSize: 1 }).finally(asking.close);
  };
  return { client: { ...client, close: () => closeBoth(client, pool) }, vault, ask };
}

async function closeBoth(client: IonClient, pool: Dispatcher): Promise<void> {
  await client.close();
  await pool.close();
}

function reportRotation(accountId: string, { outcome, durationMs, error }: RotationEvent): void {
  const line = { event: "ion-token-rotation", accountId, outcome, durationMs };
  if (outcome === "rotated" || outcome === "adopted") log.info(line, "the tokens for Ion were renewed");
  else log.warn({ ...line, err: error }, "the tokens for Ion could not be renewed");
  if (error !== undefined) void raiseAlarm(accountId);
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
