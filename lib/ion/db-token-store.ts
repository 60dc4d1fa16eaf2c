import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { decrypt, type EncryptionKey, encrypt } from "./crypto";
import { IonError } from "./errors";
import { sleep } from "./limiter";
import type { StoredTokens, TokenStore } from "./tokens";

export interface DbTokenStoreOptions {
  db: () => Promise<Db>;
  accountId: string;
  keys: readonly EncryptionKey[];
  /** How long a rotation may take before another process may step in. Longer than two calls to Ion's token endpoint. */
  leaseSeconds?: number;
}

const DEFAULT_LEASE_SECONDS = 60;
const POLL_MS = 100;
const POLL_JITTER_MS = 100;

/**
 * Tokens of one account in the `ion_connections` row, encrypted. The rotation lock is a lease on that row, taken by one
 * atomic UPDATE and timed by the database's clock: it works across processes on PostgreSQL, and on the embedded database
 * no transaction stays open during a call to Ion, which would block every other query there.
 */
export function createDbTokenStore(options: DbTokenStoreOptions): TokenStore {
  const { accountId, keys } = options;
  const leaseSeconds = options.leaseSeconds ?? DEFAULT_LEASE_SECONDS;
  const isMine = eq(ionConnections.accountId, accountId);

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
      refreshToken: decrypt(found.refreshTokenCipher, keys, refreshPurpose(accountId)),
      accessToken:
        found.accessTokenCipher && decrypt(found.accessTokenCipher, keys, accessPurpose(accountId)),
      accessExpiresAt: found.accessExpiresAt?.toISOString() ?? null,
      refreshExpiresAt: found.refreshExpiresAt?.toISOString() ?? null,
      rotatedAt: found.rotatedAt?.toISOString() ?? null,
      state: found.state === "lost" ? "lost" : "ok",
    };
  }

  async function withRotationLock<T>(fn: (current: StoredTokens | null) => Promise<T>): Promise<T> {
    if (!(await row())) return fn(null);
    const owner = randomUUID();
    await takeLease(owner);
    try {
      return await fn(await read());
    } finally {
      await releaseLease(owner);
    }
  }

  async function takeLease(owner: string): Promise<void> {
    const db = await options.db();
    const giveUpAt = Date.now() + leaseSeconds * 1000 + POLL_MS;
    for (;;) {
      const taken = await db
        .update(ionConnections)
        .set({
          rotationLeaseOwner: owner,
          rotationLeaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})`,
        })
        .where(
          and(
            isMine,
            or(isNull(ionConnections.rotationLeaseUntil), lt(ionConnections.rotationLeaseUntil, sql`now()`)),
          ),
        )
        .returning({ accountId: ionConnections.accountId });
      if (taken.length > 0) return;
      if (Date.now() > giveUpAt) throw stillHeld();
      await sleep(POLL_MS + Math.random() * POLL_JITTER_MS);
    }
  }

  async function releaseLease(owner: string): Promise<void> {
    const db = await options.db();
    await db
      .update(ionConnections)
      .set({ rotationLeaseOwner: null, rotationLeaseUntil: null })
      .where(and(isMine, eq(ionConnections.rotationLeaseOwner, owner)));
  }

  async function save(next: StoredTokens, replacedRefreshToken: string): Promise<boolean> {
    return updateHolding(replacedRefreshToken, {
      refreshTokenCipher: encrypt(next.refreshToken, keys, refreshPurpose(accountId)),
      accessTokenCipher: next.accessToken && encrypt(next.accessToken, keys, accessPurpose(accountId)),
      accessExpiresAt: toDate(next.accessExpiresAt),
      refreshExpiresAt: toDate(next.refreshExpiresAt),
      rotatedAt: toDate(next.rotatedAt),
      state: next.state,
      stateReason: null,
    });
  }

  async function markLost(reason: string, refreshToken: string): Promise<void> {
    await updateHolding(refreshToken, { state: "lost", stateReason: reason });
  }

  /** Writes to the row as long as it holds this refresh token; the ciphertext that was read is what is compared. */
  async function updateHolding(
    refreshToken: string,
    values: Partial<typeof ionConnections.$inferInsert>,
  ): Promise<boolean> {
    const found = await row();
    if (!found || decrypt(found.refreshTokenCipher, keys, refreshPurpose(accountId)) !== refreshToken)
      return false;
    const db = await options.db();
    const written = await db
      .update(ionConnections)
      .set({ ...values, updatedAt: sql`now()` })
      .where(and(isMine, eq(ionConnections.refreshTokenCipher, found.refreshTokenCipher)))
      .returning({ accountId: ionConnections.accountId });
    return written.length > 0;
  }

  return { read, withRotationLock, save, markLost };
}

/** Writes credentials that a person brought; whatever was there before is replaced. */
export async function writeRefreshToken(
  db: Db,
  keys: readonly EncryptionKey[],
  accountId: string,
  refreshToken: string,
): Promise<void> {
  const values = {
    refreshTokenCipher: encrypt(refreshToken, keys, refreshPurpose(accountId)),
    accessTokenCipher: null,
    accessExpiresAt: null,
    refreshExpiresAt: null,
    rotatedAt: null,
    state: "ok" as const,
    stateReason: null,
    updatedAt: sql`now()`,
  };
  await db
    .insert(ionConnections)
    .values({ accountId, ...values })
    .onConflictDoUpdate({ target: ionConnections.accountId, set: values });
}

function refreshPurpose(accountId: string): string {
  return `ion-refresh-token:${accountId}`;
}

function accessPurpose(accountId: string): string {
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
