import { createIonClient } from "../client";
import type { IonLimits } from "../limits";
import { createIonOAuth } from "../oauth";
import { createTokenVault } from "../token-vault";
import type { IonRequestEvent } from "../transport";
import { createMemoryTokenStore } from "./memory-token-store";
import type { RunningEmulator } from "./start-emulator";

/** Short pauses between attempts, so that tests of failures are quick. */
const TEST_LIMITS: Partial<IonLimits> = { retryBaseMs: 5, retryMaxMs: 20 };

/** A client with credentials of its own, kept in memory. `events` lists every attempt it makes. */
export async function connectEmulator(
  emulator: RunningEmulator,
  options: { limits?: Partial<IonLimits>; accountId?: string; refreshToken?: string } = {},
) {
  const accountId = options.accountId ?? emulator.accountId;
  const refreshToken = options.refreshToken ?? (await emulator.newRefreshToken(accountId));
  const memory = createMemoryTokenStore({ refreshToken });
  const oauth = createIonOAuth({ baseUrl: emulator.url, timeoutMs: 2_000 });
  const vault = createTokenVault({ store: memory.store, oauth });
  const events: IonRequestEvent[] = [];
  const client = createIonClient({
    baseUrl: emulator.url,
    accountId,
    tokens: vault,
    limits: { ...TEST_LIMITS, ...options.limits },
    onRequest: (event) => events.push(event),
  });
  return { client, vault, memory, events };
}

/** Everything an async iterator yields. */
export async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of list) all.push(item);
  return all;
}
