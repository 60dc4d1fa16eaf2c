import { isIonError } from "./errors";
import type { IonOAuth, IonTokenCheck, IssuedTokens } from "./oauth";
import { spendGuarded } from "./spend-token";
import { lost, persistently, rotationTime, unlessAborted, untried } from "./token-helpers";
import type { RotationLease, StoredTokens, TokenStore, TokenVault } from "./tokens";

/** What became of one renewal, for logs, alarms and metrics. Holds no token. */
export interface RotationEvent {
  outcome: "rotated" | "adopted" | "failed" | "lost";
  durationMs: number;
  error?: unknown;
}

export interface TokenVaultOptions {
  store: TokenStore;
  oauth: IonOAuth;
  /** Milliseconds since 1970. */
  clock?: () => number;
  /** How long before its end an access token counts as used up. */
  skewSeconds?: number;
  /** How long before its end an access token is renewed in the background, while callers go on using it. */
  earlySeconds?: number;
  /** Called once a renewal. */
  onRotation?: (event: RotationEvent) => void;
}

const DEFAULT_SKEW_SECONDS = 90;
const DEFAULT_EARLY_SECONDS = 15 * 60;
/** A renewal in the background that failed is tried again after this; there is time. */
const EARLY_RETRY_MS = 60_000;
/** Refresh tokens live 32 days (CONTRACT.md section 1); Ion's answer does not say so itself. */
const REFRESH_LIFETIME_SECONDS = 32 * 24 * 60 * 60;

interface LivingToken {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** A token to use, and beside it or instead of it why no newer one could be had. */
type Obtained = { token: string; error?: unknown } | { token: null; error: unknown };
interface Wanted {
  /** The access token has to live that much longer. */
  livesMs: number;
  /** The pair has to be issued after this, in milliseconds since 1970. */
  issuedAfter?: number;
}

/**
 * Keeps one account's access token alive. However many callers ask at once, in however many processes, the single-use
 * refresh token is spent once (CONTRACT.md section 1 and 8.1):
 *
 * - one renewal at a time in this process, the store's lease across processes, confirmed right before each spending;
 * - the new pair is stored before its access token is handed out, by comparing with the token it came from. A process whose
 *   lease ran out can therefore still keep what only it was answered, and can never overwrite what came after;
 * - who was refused looks into the store again before it speaks of a lost connection;
 * - the access token is renewed in the background a quarter of an hour before its end, so that nobody waits for it, and
 *   used to its very end when no new one can be had.
 */
export function createTokenVault(options: TokenVaultOptions): TokenVault {
  const { store, oauth } = options;
  const now = options.clock ?? Date.now;
  const skewMs = (options.skewSeconds ?? DEFAULT_SKEW_SECONDS) * 1000;
  const earlyMs = (options.earlySeconds ?? DEFAULT_EARLY_SECONDS) * 1000;
  let living: LivingToken | null = null;
  const refused = new Set<string>();
  let running: Promise<Obtained> | null = null;
  let nextEarlyAt = 0;
  /** A pair Ion issued that could not be stored yet: the only copy of a living refresh token. */
  let unsaved: { next: StoredTokens; replaced: string } | null = null;

  async function getAccessToken({ signal }: { signal?: AbortSignal } = {}): Promise<string> {
    if (living && living.expiresAt - skewMs > now()) {
      renewEarly(living);
      return living.token;
    }
    const { token, error } = await unlessAborted(obtain({ livesMs: skewMs }), signal);
    if (token === null) throw error;
    return token;
  }

  function renewEarly(token: LivingToken): void {
    if (running || token.expiresAt - earlyMs > now() || now() < nextEarlyAt) return;
    nextEarlyAt = now() + EARLY_RETRY_MS;
    obtain({ livesMs: earlyMs }).catch(() => undefined);
  }

  function obtain(wanted: Wanted): Promise<Obtained> {
    running ??= find(wanted).finally(() => {
      running = null;
    });
    return running;
  }

  async function find(wanted: Wanted): Promise<Obtained> {
    const before = await store.read();
    const found = fitting(before, wanted);
    if (found) return remember(found);
    if (before?.state === "lost" && !unsaved) return lastBreath(before, lost("The refresh token is spent."));
    return store.withRotationLock(async (locked, lease) => {
      const current = unsaved ? await saveUnsaved() : locked;
      const meanwhile = fitting(current, wanted);
      if (meanwhile) return remember(meanwhile);
      if (!current) throw lost("This account is not connected to Ion.");
      if (current.state === "lost") return lastBreath(current, lost("The refresh token is spent."));
      return rotate(current, lease);
    });
  }

  function fitting(tokens: StoredTokens | null, { livesMs, issuedAfter }: Wanted): LivingToken | null {
    if (issuedAfter !== undefined && rotationTime(tokens) < issuedAfter) return null;
    const token = usable(tokens);
    return token && token.expiresAt - livesMs > now() ? token : null;
  }

  async function rotate(current: StoredTokens, lease: RotationLease): Promise<Obtained> {
    const startedAt = now();
    let issued: IssuedTokens;
    try {
      issued = await spendGuarded(oauth, current.refreshToken, lease);
    } catch (error) {
      return afterFailure(current, error, startedAt);
    }
    const next = pairOf(issued);
    unsaved = { next, replaced: current.refreshToken };
    const kept = usable(await saveUnsaved());
    if (!kept) throw lost("The connection was replaced while its token was rotated.");
    report("rotated", startedAt);
    return remember(kept);
  }

  async function afterFailure(spent: StoredTokens, error: unknown, startedAt: number): Promise<Obtained> {
    // A process whose lease had run out may have stored what this token brought, or somebody pasted another one.
    const stored = await store.read().catch(() => spent);
    const newer = stored && stored.refreshToken !== spent.refreshToken ? usable(stored) : null;
    if (newer && newer.expiresAt > now()) return remember(newer);
    const refusedByIon = isIonError(error, "connection-lost");
    const reason = (isIonError(error) && (error.info.message ?? error.kind)) || "failed";
    const noted = refusedByIon
      ? store.markLost(reason, spent.refreshToken)
      : store.noteFailure(reason, spent.refreshToken);
    // A mark that cannot be written now is written at the next refusal.
    await noted.catch(() => undefined);
    report(refusedByIon ? "lost" : "failed", startedAt, error);
    return lastBreath(spent, error);
  }

  /** Stores what Ion issued; tries a few times, since losing it costs a person's visit to Ion's portal. */
  async function saveUnsaved(): Promise<StoredTokens | null> {
    if (!unsaved) return store.read();
    const { next, replaced } = unsaved;
    const saved = await persistently(() => store.save(next, replaced));
    unsaved = null;
    return saved ? next : store.read();
  }

  /** The living access token is used to its end even when no new one can be had. One that Ion refuses is at its end. */
  async function lastBreath(tokens: StoredTokens, error: unknown): Promise<Obtained> {
    const stored = usable(tokens);
    if (tokens.accessToken && refused.has(tokens.accessToken)) {
      // So that nobody is told how long it still works.
      await store.dropAccess(tokens.refreshToken).catch(() => undefined);
    }
    return { token: stored && stored.expiresAt > now() ? stored.token : null, error };
  }

  function usable(tokens: StoredTokens | null): LivingToken | null {
    if (!tokens?.accessToken || !tokens.accessExpiresAt || refused.has(tokens.accessToken)) return null;
    const expiresAt = Date.parse(tokens.accessExpiresAt);
    return Number.isNaN(expiresAt) ? null : { token: tokens.accessToken, expiresAt };
  }

  function remember(token: LivingToken): Obtained {
    living = token;
    return { token: token.token };
  }

  function pairOf(issued: IssuedTokens): StoredTokens {
    const after = (seconds: number) => new Date(now() + seconds * 1000).toISOString();
    return {
      refreshToken: issued.refreshToken,
      accessToken: issued.accessToken,
      accessExpiresAt: after(issued.expiresInSeconds),
      refreshExpiresAt: after(REFRESH_LIFETIME_SECONDS),
      rotatedAt: after(0),
      state: "ok",
    };
  }

  function report(outcome: RotationEvent["outcome"], startedAt: number, error?: unknown): void {
    try {
      options.onRotation?.({ outcome, durationMs: now() - startedAt, error });
    } catch {
      // Whoever listens must not cost a token.
    }
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
    const issuedAfter = now() - maxAgeSeconds * 1000;
    if (rotationTime(stored) >= issuedAfter) return false;
    await running?.catch(() => undefined);
    const { error } = await obtain({ livesMs: skewMs, issuedAfter });
    if (error !== undefined) throw error;
    return true;
  }

  async function adopt(
    refreshToken: string,
    isRight: (accessToken: string) => Promise<void>,
  ): Promise<"working" | "kept"> {
    const startedAt = now();
    return store.withRotationLock(async (current, lease) => {
      let issued: IssuedTokens;
      try {
        issued = await spendGuarded(oauth, refreshToken, lease);
      } catch (error) {
        if (isIonError(error, "connection-lost") || current?.state === "ok") throw error;
        await replace(untried(refreshToken, current));
        return "kept";
      }
      // The one use of an access token before its pair is stored: until it is known to be this account's, losing it costs
      // no more than another paste, and storing it could cost a living connection.
      await isRight(issued.accessToken);
      await replace(pairOf(issued));
      report("adopted", startedAt);
      return "working";
    });
  }

  async function replace(tokens: StoredTokens): Promise<void> {
    await persistently(() => store.replace(tokens));
    unsaved = null;
    living = usable(tokens);
  }

  return { getAccessToken, invalidate, isDead, check, rotateIfOlderThan, adopt };
}
