import { IonError } from "./errors";
import { sleep } from "./limiter";
import type { StoredTokens } from "./tokens";

const WRITE_ATTEMPTS = 4;
const WRITE_PAUSE_MS = 250;

/** Writes what must not be lost, a few times if need be. */
export async function persistently<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt >= WRITE_ATTEMPTS) throw error;
      await sleep(WRITE_PAUSE_MS * attempt);
    }
  }
}

/** A refresh token that a person brought and nobody has spent yet; the access token that lives is used to its end. */
export function untried(refreshToken: string, current: StoredTokens | null): StoredTokens {
  return {
    refreshToken,
    accessToken: current?.accessToken ?? null,
    accessExpiresAt: current?.accessExpiresAt ?? null,
    refreshExpiresAt: null,
    rotatedAt: null,
    state: "ok",
  };
}

/** When the refresh token was issued, in milliseconds since 1970; 0 when nobody knows. */
export function rotationTime(tokens: StoredTokens | null): number {
  return tokens?.rotatedAt ? Date.parse(tokens.rotatedAt) || 0 : 0;
}

/** That no access token can be had; nothing was sent. */
export function lost(message: string): IonError {
  return new IonError("connection-lost", {
    operation: "oauth.token",
    method: "POST",
    path: "/oauth/token",
    message,
    sent: "no",
  });
}

/** A caller that gives up leaves; the rotation goes on for the others. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
