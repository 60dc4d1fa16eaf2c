import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getDb } from "@/lib/db/client";
import { ionConnections } from "@/lib/db/schema/connections";
import { makeAccount } from "@/lib/db/testing/people";
import { connectIon, keepIonConnectionAlive, storeRefreshToken } from "./connect";
import { lastIonCall } from "./last-call";
import { type RunningEmulator, startEmulator } from "./testing/start-emulator";

let emulator: RunningEmulator;
let accountId: string;

beforeAll(async () => {
  emulator = await startEmulator();
  // Read once, at the first use of the settings.
  process.env.ION_BASE_URL = emulator.url;
  accountId = (await makeAccount(emulator.accountId)).id;
});

afterAll(() => emulator.stop());

async function row() {
  const db = await getDb();
  const [found] = await db.select().from(ionConnections).where(eq(ionConnections.accountId, accountId));
  if (!found) throw new Error("no row");
  return found;
}

describe("connectIon", () => {
  it("says that an account without credentials is not connected, and works once it has some", async () => {
    await expect(connectIon(accountId)).rejects.toMatchObject({
      kind: "connection-lost",
      info: { sent: "no" },
    });
    await storeRefreshToken(accountId, ` ${await emulator.newRefreshToken()}\n`);
    const ion = await connectIon(accountId);
    expect((await ion.customers.list({ pageSize: 3 })).customers).toHaveLength(3);
    expect(lastIonCall(accountId)).toMatchObject({ state: "ok" });
  });

  it("keeps the rotated pair, encrypted, and one client an account", async () => {
    const { refreshTokenCipher, accessTokenCipher, state, accessExpiresAt, rotatedAt, rotationLeaseOwner } =
      await row();
    expect([refreshTokenCipher, accessTokenCipher]).toEqual([
      expect.stringMatching(/^v1:test:/),
      expect.stringMatching(/^v1:test:/),
    ]);
    expect([state, rotationLeaseOwner]).toEqual(["ok", null]);
    expect(accessExpiresAt?.getTime()).toBeGreaterThan(Date.now() + 7_000_000);
    expect(rotatedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(await connectIon(accountId)).toBe(await connectIon(accountId));
  });

  it("rotates an idle connection and leaves a young one alone", async () => {
    const before = await row();
    expect(await keepIonConnectionAlive(accountId, 7)).toBe(false);
    expect(await keepIonConnectionAlive(accountId, 0)).toBe(true);
    expect((await row()).refreshTokenCipher).not.toBe(before.refreshTokenCipher);
  });

  it("marks a dead connection as lost, and new credentials heal it without a restart", async () => {
    await storeRefreshToken(accountId, "no-such-token");
    await expect((await connectIon(accountId)).customers.list()).rejects.toMatchObject({
      kind: "connection-lost",
    });
    expect(await row()).toMatchObject({
      state: "lost",
      stateReason: expect.stringContaining("cannot validate token"),
    });
    await storeRefreshToken(accountId, await emulator.newRefreshToken());
    expect((await (await connectIon(accountId)).customers.list({ pageSize: 1 })).customers).toHaveLength(1);
    expect(await row()).toMatchObject({ state: "ok", stateReason: null });
  });
});
