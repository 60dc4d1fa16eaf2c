import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { makeAccount } from "@/lib/db/testing/people";
import { createDbTokenStore, writeRefreshToken } from "@/lib/ion/db-token-store";
import type { StoredTokens } from "@/lib/ion/tokens";
import { reEncryptSecrets } from "./re-encrypt-secrets";
import { SEALED_COLUMNS } from "./sealed-columns";

const oldKey = { id: "k_1", key: randomBytes(32) };
const newKey = { id: "kx1", key: randomBytes(32) };
const both = [newKey, oldKey];

async function accountUnder(keys: (typeof oldKey)[], refreshToken: string): Promise<string> {
  const { id } = await makeAccount();
  await writeRefreshToken(await getDb(), keys, id, refreshToken);
  return id;
}

function store(accountId: string, keys: (typeof oldKey)[]) {
  return createDbTokenStore({ db: getDb, accountId, keys });
}

function pair(number: number): StoredTokens {
  return {
    refreshToken: `refresh-${number}`,
    accessToken: `access-${number}`,
    accessExpiresAt: "2026-03-01T14:00:00.000Z",
    refreshExpiresAt: "2026-04-02T12:00:00.000Z",
    rotatedAt: "2026-03-01T12:00:00.000Z",
    state: "ok",
  };
}

test("after it the old key can be taken away, and a second run has nothing to do", async () => {
  const accountId = await accountUnder([oldKey], "refresh-0");
  await store(accountId, [oldKey]).save(pair(1), "refresh-0");
  expect(await reEncryptSecrets(both)).toEqual({ renewed: 2, overtaken: 0, unreadable: 0 });
  expect(await store(accountId, [newKey]).read()).toEqual(pair(1));
  await expect(store(accountId, [oldKey]).read()).rejects.toThrow(/not among ENCRYPTION_KEYS/);
  expect(await reEncryptSecrets(both)).toEqual({ renewed: 0, overtaken: 0, unreadable: 0 });
  expect(await reEncryptSecrets([newKey])).toEqual({ renewed: 0, overtaken: 0, unreadable: 0 });
});

test("a rotation that is under way keeps its new token, although the old one was re-encrypted beneath it", async () => {
  const accountId = await accountUnder([oldKey], "refresh-0");
  const rotating = store(accountId, both);
  await rotating.withRotationLock(async (current) => {
    expect(current?.refreshToken).toBe("refresh-0");
    await reEncryptSecrets(both);
    expect(await rotating.save(pair(1), "refresh-0")).toBe(true);
  });
  expect(await store(accountId, [newKey]).read()).toEqual(pair(1));
});

test("many rotations and runs beside each other lose nothing", async () => {
  const accountId = await accountUnder([oldKey], "refresh-0");
  const rotating = store(accountId, [oldKey]);
  const runs = (async () => {
    for (let run = 1; run <= 20; run += 1) await reEncryptSecrets(both);
  })();
  for (let number = 1; number <= 20; number += 1) {
    const saved = await store(accountId, both).save(pair(number), `refresh-${number - 1}`);
    expect(saved).toBe(true);
  }
  await runs;
  await reEncryptSecrets(both);
  expect(await store(accountId, [newKey]).read()).toEqual(pair(20));
  await expect(rotating.read()).rejects.toThrow(/not among/);
});

test("what no key reads is left alone and counted, and the rest is done", async () => {
  const stranger = { id: "gone", key: randomBytes(32) };
  const unreadable = await accountUnder([stranger], "refresh-x");
  const accountId = await accountUnder([oldKey], "refresh-0");
  expect(await reEncryptSecrets(both)).toEqual({ renewed: 1, overtaken: 0, unreadable: 1 });
  expect(await store(unreadable, [stranger]).read()).toMatchObject({ refreshToken: "refresh-x" });
  expect(await store(accountId, [newKey]).read()).toMatchObject({ refreshToken: "refresh-0" });
  const db = await getDb();
  await db.delete(ionConnections).where(eq(ionConnections.accountId, unreadable));
});

test("every column of ciphertexts is in the list", async () => {
  const db = await getDb();
  const { rows } = (await db.execute(
    "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%\\_cipher' ORDER BY 1",
  )) as unknown as { rows: { name: string }[] };
  expect(SEALED_COLUMNS.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name));
});
