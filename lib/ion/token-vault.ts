import { IonError, isIonError } from "./errors";
import { sleep } from "./limiter";
import type { IonOAuth, IonTokenCheck, IssuedTokens } from "./oauth";
import type { StoredTokens, TokenStore, TokenVault } from "./tokens";

export interface TokenVaultOptions {
  store: TokenStore;
  oauth: IonOAuth;
  /** Milliseconds since 1970. */
  clock?: () => number;
  /** How long before its end an access token counts as used up. */
  skewSeconds?: number;
}

const DEFAULT_SKEW_SECONDS = 90;
const SAVE_ATTEMPTS = 4;
const SAVE_PAUSE_MS = 250;
/** Refresh tokens live 32 days (CONTRACT.md section 1); Ion's answer does not say so itself. */
const REFRESH_LIFETIME_SECONDS = 32 * 24 * 60 * 60;

interface LivingToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Keeps one account's access token alive. However many callers ask at once, in however many processes, the single-use
 * refresh token is spent once: one rotation at a time in this process, the store's lock across processes, and the new
 * pair is stored before the new access token is handed out (CONTRACT.md section 1 and 8.1).
 */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { store, oauth } = options;
  const now = options.clock ?? Date.now;
  const skewMs = (options.skewSeconds ?? DEFAULT_SKEW_SECONDS) * 1000;
  let living: LivingToken | null = null;
  const refused = new Set<string>();
  let running: Promise<string> | null = null;
  /** A pair Ion issued that could not be stored yet: the only copy of a living refresh token. */
  let unsaved: { next: StoredTokens; replaced: string } | null = null;

  async function getAccessToken({ signal }: { signal?: AbortSignal } = {}): Promise<string> {
    if (living && isFresh(living)) return living.token;
    running ??= obtain(null).finally(() => {
      running = null;
    });
    return unlessAborted(running, signal);
  }

  /** With `issuedBefore`, a pair issued before that time is rotated although its access token still lives. */
  async function obtain(issuedBefore: number | null): Promise<string> {
    const before = await store.read();
    const found = usableUnlessOld(before, issuedBefore);
    if (found) return remember(found);
    if (before?.state === "lost" && !unsaved) return lastBreath(before, lost("The refresh token is spent."));
    return store.withRotationLock(async (locked) => {
      const current = unsaved ? await saveUnsaved() : locked;
      const meanwhile = usableUnlessOld(current, issuedBefore);
      if (meanwhile) return remember(meanwhile);
      if (!current) throw lost("This account is not connected to Ion.");
      if (current.state === "lost") return lastBreath(current, lost("The refresh token is spent."));
      return rotate(current);
    });
  }

  function usableUnlessOld(tokens: StoredTokens | null, issuedBefore: number | null): LivingToken | null {
    if (issuedBefore !== null && rotationTime(tokens) < issuedBefore) return null;
    const token = usable(tokens);
    return token && isFresh(token) ? token : null;
  }

  async function rotate(current: StoredTokens): Promise<string> {
    let issued: IssuedTokens;
    try {
      issued = await refreshGuarded(current.refreshToken);
    } catch (error) {
      if (isIonError(error, "connection-lost")) {
        // A mark that cannot be written now is written at the next refusal.
        await store.markLost(error.info.message ?? "refused", current.refreshToken).catch(() => undefined);
      }
      return lastBreath(current, error);
    }
    const next: StoredTokens = {
      refreshToken: issued.refreshToken,
      accessToken: issued.accessToken,
      accessExpiresAt: isoAfter(issued.expiresInSeconds),
      refreshExpiresAt: isoAfter(REFRESH_LIFETIME_SECONDS),
      rotatedAt: new Date(now()).toISOString(),
      state: "ok",
    };
    unsaved = { next, replaced: current.refreshToken };
    const kept = usable(await saveUnsaved());
    if (!kept) throw lost("The connection was replaced while its token was rotated.");
    return remember(kept);
  }

  /**
   * One call, and one more with the same token when its answer was lost: success means the first call never landed, a
   * refusal means it did and the new token went down with the answer.
   */
  async function refreshGuarded(refreshToken: string): Promise<IssuedTokens> {
    try {
      return await oauth.refresh(refreshToken);
    } catch (error) {
      if (!isIonError(error, "outcome-unknown")) throw error;
      try {
        return await oauth.refresh(refreshToken);
      } catch (again) {
        if (!isIonError(again, "connection-lost")) throw again;
        throw new IonError(
          "connection-lost",
          {
            ...again.info,
            message: "Ion spent the refresh token, and its answer with the new one was lost.",
          },
          again,
        );
      }
    }
  }

  /** Stores what Ion issued; tries a few times, since losing it costs a person's visit to Ion's portal. */
  async function saveUnsaved(): Promise<StoredTokens | null> {
    if (!unsaved) return store.read();
    const { next, replaced } = unsaved;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const saved = await store.save(next, replaced);
        unsaved = null;
        return saved ? next : await store.read();
      } catch (error) {
        if (attempt >= SAVE_ATTEMPTS) throw error;
        await sleep(SAVE_PAUSE_MS * attempt);
      }
    }
  }

  /** The living access token is used to its end even when no new one can be had. */
  function lastBreath(tokens: StoredTokens, error: unknown): string {
    const stored = usable(tokens);
    if (stored && stored.expiresAt > now()) return stored.token;
    throw error;
  }

  function usable(tokens: StoredTokens | null): LivingToken | null {
    if (!tokens?.accessToken || !tokens.accessExpiresAt || refused.has(tokens.accessToken)) return null;
    const expiresAt = Date.parse(tokens.accessExpiresAt);
    return Number.isNaN(expiresAt) ? null : { token: tokens.accessToken, expiresAt };
  }

  function isFresh(token: LivingToken): boolean {
    return token.expiresAt - skewMs > now();
  }

  function remember(token: LivingToken): string {
    living = token;
    return token.token;
  }

  function isoAfter(seconds: number): string {
    return new Date(now() + seconds * 1000).toISOString();
  }

  function invalidate(token: string): void {
    // Old refusals are of no use: a token lives two hours at most.
    if (refused.size >= 20) refused.clear();
    refused.add(token);
    if (living?.token === token) living = null;
  }

  async function isDead(token: string, { signal }: { signal?: AbortSignal } = {}): Promise<boolean> {
    try {
      return (await oauth.validateAccess(token, { signal })) === null;
    } catch {
      return false;
    }
  }

  async function check({ signal }: { signal?: AbortSignal } = {}): Promise<IonTokenCheck | null> {
    return oauth.validateAccess(await getAccessToken({ signal }), { signal });
  }

  async function rotateIfOlderThan(maxAgeSeconds: number): Promise<boolean> {
    const stored = await store.read();
    if (!stored || stored.state === "lost") return false;
    const issuedBefore = now() - maxAgeSeconds * 1000;
    if (rotationTime(stored) >= issuedBefore) return false;
    await running?.catch(() => undefined);
    running ??= obtain(issuedBefore).finally(() => {
      running = null;
    });
    await running;
    return true;
  }

  return { getAccessToken, invalidate, isDead, check, rotateIfOlderThan };
}

/** Milliseconds since 1970; 0 when nobody knows. */
function rotationTime(tokens: StoredTokens | null): number {
  return tokens?.rotatedAt ? Date.parse(tokens.rotatedAt) || 0 : 0;
}

function lost(message: string): IonError {
  return new IonError("connection-lost", {
    operation: "oauth.token",
    method: "POST",
    path: "/oauth/token",
    message,
    sent: "no",
  });
}

/** A caller that gives up leaves; the rotation goes on for the others. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
