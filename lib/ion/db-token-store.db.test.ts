import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { makeAccount } from "@/lib/db/testing/people";
import { createDbTokenStore, writeRefreshToken } from "./db-token-store";
import { sleep } from "./limiter";
import type { IonOAuth } from "./oauth";
import { createTokenVault } from "./token-vault";
import type { StoredTokens } from "./tokens";

const keys = [{ id: "k1", key: randomBytes(32) }];
const REFRESH = "refresh-token-in-clear-0";
let accountId: string;

beforeEach(async () => {
  accountId = (await makeAccount()).id;
  await writeRefreshToken(await getDb(), keys, accountId, REFRESH);
});

function open(leaseSeconds?: number) {
  return createDbTokenStore({ db: getDb, accountId, keys, leaseSeconds });
}

async function row() {
  const db = await getDb();
  const [found] = await db.select().from(ionConnections).where(eq(ionConnections.accountId, accountId));
  if (!found) throw new Error("no row");
  return found;
}

function next(refreshToken: string): StoredTokens {
  return {
    refreshToken,
    accessToken: "access-token-in-clear",
    accessExpiresAt: "2026-03-01T14:00:00.000Z",
    refreshExpiresAt: "2026-04-02T12:00:00.000Z",
    rotatedAt: "2026-03-01T12:00:00.000Z",
    state: "ok",
  };
}

describe("the token store", () => {
  it("gives back what it was given, and holds nothing in clear", async () => {
    const store = open();
    expect(await store.save(next("refresh-token-in-clear-1"), REFRESH)).toBe(true);
    expect(await store.read()).toEqual(next("refresh-token-in-clear-1"));
    expect(JSON.stringify(await row())).not.toContain("in-clear");
  });

  it("knows no account that was never connected", async () => {
    accountId = (await makeAccount()).id;
    expect(await open().read()).toBeNull();
    expect(await open().withRotationLock(async (current) => current)).toBeNull();
  });

  it("does not let an old rotation overwrite credentials that were pasted meanwhile", async () => {
    await writeRefreshToken(await getDb(), keys, accountId, "pasted");
    expect(await open().save(next("refresh-1"), REFRESH)).toBe(false);
    await open().markLost("E4", REFRESH);
    expect(await open().read()).toMatchObject({ refreshToken: "pasted", state: "ok" });
  });

  it("marks a dead connection with the reason, and new credentials heal it", async () => {
    await open().markLost("cannot validate token", REFRESH);
    expect(await row()).toMatchObject({ state: "lost", stateReason: "cannot validate token" });
    await writeRefreshToken(await getDb(), keys, accountId, "pasted");
    expect(await row()).toMatchObject({ state: "ok", stateReason: null, accessTokenCipher: null });
  });

  it("lets new tokens take the place of those whose key is gone", async () => {
    const newKeys = [{ id: "k2", key: randomBytes(32) }];
    const store = createDbTokenStore({ db: getDb, accountId, keys: newKeys });
    await expect(store.read()).rejects.toThrow(/not among ENCRYPTION_KEYS/);
    await store.withRotationLock(async (current) => {
      expect(current).toBeNull();
      await store.replace(next("brought"));
    });
    expect(await store.read()).toEqual(next("brought"));
  });

  it("notes since when renewals fail and why, and is rid of it with the first that works", async () => {
    const store = open();
    await store.noteFailure("no answer", REFRESH);
    const { rotationFailingSince } = await row();
    await store.noteFailure("garbage", REFRESH);
    expect(await row()).toMatchObject({ rotationError: "garbage", rotationFailingSince, state: "ok" });
    await store.save(next("refresh-1"), REFRESH);
    expect(await row()).toMatchObject({ rotationError: null, rotationFailingSince: null });
    await store.noteFailure("late", REFRESH);
    expect((await row()).rotationError).toBeNull();
  });

  it("drops an access token only together with the refresh token it came with", async () => {
    const store = open();
    await store.save(next("refresh-1"), REFRESH);
    await store.dropAccess(REFRESH);
    expect((await store.read())?.accessToken).not.toBeNull();
    await store.dropAccess("refresh-1");
    expect(await store.read()).toMatchObject({ accessToken: null, accessExpiresAt: null, state: "ok" });
  });

  it("refuses tokens of another account's row", async () => {
    const stolen = await row();
    const other = await makeAccount();
    const db = await getDb();
    await db
      .insert(ionConnections)
      .values({ accountId: other.id, refreshTokenCipher: stolen.refreshTokenCipher, state: "ok" });
    const store = createDbTokenStore({ db: getDb, accountId: other.id, keys });
    await expect(store.read()).rejects.toThrow(/does not fit/);
  });
});

describe("the rotation lease", () => {
  it("lets one in at a time", async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 5 }, () =>
        open().withRotationLock(async () => {
          inside += 1;
          most = Math.max(most, inside);
          await sleep(20);
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(1);
    expect((await row()).rotationLeaseUntil).toBeNull();
  });

  it("is released after a failure", async () => {
    await expect(open().withRotationLock(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await open().withRotationLock(async () => "in")).toBe("in");
  });

  it("of a process that died passes on when it ends", async () => {
    const db = await getDb();
    await db
      .update(ionConnections)
      .set({ rotationLeaseOwner: "dead", rotationLeaseUntil: sql`now() + interval '1 second'` })
      .where(eq(ionConnections.accountId, accountId));
    const startedAt = Date.now();
    expect(await open(1).withRotationLock(async () => "in")).toBe("in");
    expect(Date.now() - startedAt).toBeGreaterThan(700);
  });

  it("is confirmed to the one who holds it, and not to one from whom it was taken over", async () => {
    const db = await getDb();
    await open().withRotationLock(async (_current, lease) => {
      expect(await lease.confirm()).toBe(true);
      await db
        .update(ionConnections)
        .set({ rotationLeaseOwner: "another" })
        .where(eq(ionConnections.accountId, accountId));
      expect(await lease.confirm()).toBe(false);
    });
    // What is another's is not released either.
    expect((await row()).rotationLeaseOwner).toBe("another");
  });

  it("outlasts its seconds as long as its holder lives", async () => {
    const order: string[] = [];
    const inside = Promise.withResolvers<void>();
    const first = open(1).withRotationLock(async () => {
      inside.resolve();
      await sleep(2_500);
      order.push("first");
    });
    await inside.promise;
    await open(1).withRotationLock(async () => {
      order.push("second");
    });
    await first;
    expect(order).toEqual(["first", "second"]);
  });

  it("leaves the database free for other work", async () => {
    await open().withRotationLock(async () => {
      expect(await open().read()).toMatchObject({ refreshToken: REFRESH });
    });
  });
});

describe("many processes on one database", () => {
  it("spend the refresh token once", async () => {
    const spent: string[] = [];
    const oauth: IonOAuth = {
      refresh: async (token) => {
        spent.push(token);
        await sleep(30);
        return { accessToken: "access-1", refreshToken: "refresh-1", expiresInSeconds: 7200 };
      },
      validateAccess: async () => null,
    };
    const vaults = Array.from({ length: 4 }, () => createTokenVault({ store: open(), oauth }));
    const tokens = await Promise.all(
      vaults.flatMap((vault) => [vault.getAccessToken(), vault.getAccessToken()]),
    );
    expect(new Set(tokens)).toEqual(new Set(["access-1"]));
    expect(spent).toEqual([REFRESH]);
    expect(await open().read()).toMatchObject({ refreshToken: "refresh-1" });
  });
});
