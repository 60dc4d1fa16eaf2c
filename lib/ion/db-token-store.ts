import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Db } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { DecryptionError, decrypt, type EncryptionKey, encrypt } from "./crypto";
import { IonError } from "./errors";
import { sleep } from "./limiter";
import type { RotationLease, StoredTokens, TokenStore } from "./tokens";

export interface DbTokenStoreOptions {
  db: () => Promise<Db>;
  accountId: string;
  keys: readonly EncryptionKey[];
  /** How long after its last sign of life a process that rotates keeps the others out. */
  leaseSeconds?: number;
}

/**
 * Shorter than a call to Ion's token endpoint may take (20 s, and it may be made twice), because the lease is not a guess
 * at how long a rotation lasts: the process that holds it renews it every quarter of it. A call to a slow Ion keeps it as
 * long as it takes; a process that was killed gives it up within these seconds.
 */
const DEFAULT_LEASE_SECONDS = 8;
const BEATS_PER_LEASE = 4;
/** No rotation takes that long; one that does hangs, and must not keep the others out for good. */
const MAX_HELD_MS = 90_000;
/** Longest wait for the lease of a living process: two calls to a token endpoint that does not answer, and a little. */
const MAX_WAIT_MS = 60_000;
const POLL_MS = 100;
const POLL_JITTER_MS = 100;
const SAVE_ROUNDS = 5;

/**
 * Tokens of one account in the `ion_connections` row, encrypted. The rotation lock is a lease on that row, taken by one
 * atomic UPDATE and timed by the database's clock: it works across processes on PostgreSQL, and on the embedded database
 * no transaction stays open during a call to Ion, which would block every other query there.
 *
 * What fences: a process confirms that the lease is still its own right before it spends a token, and every write to the
 * tokens compares with the ciphertext it started from. A process that was frozen longer than its lease finds that it is not
 * its turn any more, or, when its call was under way already, keeps the answer only as long as nothing newer is there.
 */
export function createDbTokenStore(options: DbTokenStoreOptions): TokenStore {
  const { accountId, keys } = options;
  const leaseSeconds = options.leaseSeconds ?? DEFAULT_LEASE_SECONDS;
  const isMine = eq(ionConnections.accountId, accountId);
  const leaseEnd = sql`now() + make_interval(secs => ${leaseSeconds})`;

  async function row() {
    const db = await options.db();
    const [found] = await db.select().from(ionConnections).where(isMine);
    return found?.refreshTokenCipher && found.state !== "none"
      ? { ...found, state: found.state, refreshTokenCipher: found.refreshTokenCipher }
      : null;
  }

  async function read(): Promise<StoredTokens | null> {
    const found = await row();
    if (!found) return null;
    return {
      refreshToken: decrypt(found.refreshTokenCipher, keys, refreshTokenPurpose(accountId)),
      accessToken:
        found.accessTokenCipher && decrypt(found.accessTokenCipher, keys, accessTokenPurpose(accountId)),
      accessExpiresAt: found.accessExpiresAt?.toISOString() ?? null,
      refreshExpiresAt: found.refreshExpiresAt?.toISOString() ?? null,
      rotatedAt: found.rotatedAt?.toISOString() ?? null,
      state: found.state === "lost" ? "lost" : "ok",
    };
  }

  async function withRotationLock<T>(
    fn: (current: StoredTokens | null, lease: RotationLease) => Promise<T>,
  ): Promise<T> {
    const owner = randomUUID();
    await takeLease(owner);
    const extend = () => extendLease(owner);
    const holdsUntil = Date.now() + MAX_HELD_MS;
    const beat = setInterval(
      () => {
        if (Date.now() < holdsUntil) void extend().catch(() => false);
      },
      (leaseSeconds * 1000) / BEATS_PER_LEASE,
    );
    beat.unref();
    try {
      return await fn(await readIfReadable(), { confirm: extend });
    } finally {
      clearInterval(beat);
      // What can't be released runs out by itself.
      await releaseLease(owner).catch(() => undefined);
    }
  }

  /** Tokens whose key is gone must not stand in the way of new ones. */
  async function readIfReadable(): Promise<StoredTokens | null> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof DecryptionError) return null;
      throw error;
    }
  }

  async function takeLease(owner: string): Promise<void> {
    const db = await options.db();
    // Credentials that a person brings to an account that has none need a row for the lease, too.
    await db.insert(ionConnections).values({ accountId }).onConflictDoNothing();
    const giveUpAt = Date.now() + MAX_WAIT_MS;
    const isFree = or(
      isNull(ionConnections.rotationLeaseUntil),
      lt(ionConnections.rotationLeaseUntil, sql`now()`),
    );
    for (;;) {
      const taken = await db
        .update(ionConnections)
        .set({ rotationLeaseOwner: owner, rotationLeaseUntil: leaseEnd })
        .where(and(isMine, isFree))
        .returning({ accountId: ionConnections.accountId });
      if (taken.length > 0) return;
      if (Date.now() > giveUpAt) throw stillHeld();
      await sleep(POLL_MS + Math.random() * POLL_JITTER_MS);
    }
  }

  /** True when the lease was still this owner's; also when it had run out and nobody took it. */
  async function extendLease(owner: string): Promise<boolean> {
    const db = await options.db();
    const extended = await db
      .update(ionConnections)
      .set({ rotationLeaseUntil: leaseEnd })
      .where(and(isMine, eq(ionConnections.rotationLeaseOwner, owner)))
      .returning({ accountId: ionConnections.accountId });
    return extended.length > 0;
  }

  async function releaseLease(owner: string): Promise<void> {
    const db = await options.db();
    await db
      .update(ionConnections)
      .set({ rotationLeaseOwner: null, rotationLeaseUntil: null })
      .where(and(isMine, eq(ionConnections.rotationLeaseOwner, owner)));
  }

  async function save(next: StoredTokens, replacedRefreshToken: string): Promise<boolean> {
    return updateHolding(replacedRefreshToken, rowOf(next));
  }

  async function replace(next: StoredTokens): Promise<void> {
    const db = await options.db();
    await db
      .update(ionConnections)
      .set({ ...rowOf(next), updatedAt: sql`now()` })
      .where(isMine);
  }

  function rowOf(next: StoredTokens) {
    return {
      refreshTokenCipher: encrypt(next.refreshToken, keys, refreshTokenPurpose(accountId)),
      accessTokenCipher: next.accessToken && encrypt(next.accessToken, keys, accessTokenPurpose(accountId)),
      accessExpiresAt: toDate(next.accessExpiresAt),
      refreshExpiresAt: toDate(next.refreshExpiresAt),
      rotatedAt: toDate(next.rotatedAt),
      state: next.state,
      ...HEALED,
    };
  }

  async function markLost(reason: string, refreshToken: string): Promise<void> {
    await updateHolding(refreshToken, { state: "lost", stateReason: reason });
  }

  async function dropAccess(refreshToken: string): Promise<void> {
    await updateHolding(refreshToken, { accessTokenCipher: null, accessExpiresAt: null });
  }

  async function noteFailure(reason: string, refreshToken: string): Promise<void> {
    await updateHolding(refreshToken, {
      rotationError: reason,
      rotationFailingSince: sql`coalesce(${ionConnections.rotationFailingSince}, now())`,
    });
  }

  /**
   * Writes to the row as long as it holds this refresh token; the ciphertext that was read is what is compared. Looks again
   * when it changed in between: the same token under a newer encryption key is the same token.
   */
  async function updateHolding(
    refreshToken: string,
    values: PgUpdateSetSource<typeof ionConnections>,
  ): Promise<boolean> {
    const db = await options.db();
    for (let round = 1; round <= SAVE_ROUNDS; round += 1) {
      const found = await row();
      if (!found || decrypt(found.refreshTokenCipher, keys, refreshTokenPurpose(accountId)) !== refreshToken)
        return false;
      const written = await db
        .update(ionConnections)
        .set({ ...values, updatedAt: sql`now()` })
        .where(and(isMine, eq(ionConnections.refreshTokenCipher, found.refreshTokenCipher)))
        .returning({ accountId: ionConnections.accountId });
      if (written.length > 0) return true;
    }
    throw new Error("The connection's row changes all the time.");
  }

  return { read, withRotationLock, save, replace, markLost, dropAccess, noteFailure };
}

/** What a connection that works is rid of. */
const HEALED = {
  stateReason: null,
  rotationError: null,
  rotationFailingSince: null,
  alarmedAt: null,
  alarmedFor: null,
} as const;

/** Writes credentials that a person brought; whatever was there before is replaced. */
export async function writeRefreshToken(
  db: Db,
  keys: readonly EncryptionKey[],
  accountId: string,
  refreshToken: string,
): Promise<void> {
  const values = {
    refreshTokenCipher: encrypt(refreshToken, keys, refreshTokenPurpose(accountId)),
    accessTokenCipher: null,
    accessExpiresAt: null,
    refreshExpiresAt: null,
    rotatedAt: null,
    state: "ok" as const,
    ...HEALED,
    updatedAt: sql`now()`,
  };
  await db
    .insert(ionConnections)
    .values({ accountId, ...values })
    .onConflictDoUpdate({ target: ionConnections.accountId, set: values });
}

/** What the ciphertext of an account's refresh token is bound to. */
export function refreshTokenPurpose(accountId: string): string {
  return `ion-refresh-token:${accountId}`;
}

/** What the ciphertext of an account's access token is bound to. */
export function accessTokenPurpose(accountId: string): string {
  return `ion-access-token:${accountId}`;
}

function toDate(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}

function stillHeld(): IonError {
  return new IonError("unavailable", {
    operation: "oauth.token",
    method: "POST",
    path: "/oauth/token",
    sent: "no",
    message: "another process holds the token rotation",
  });
}
