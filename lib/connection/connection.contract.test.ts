import { inspect } from "node:util";
import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { ionConnections } from "@/lib/db/schema/connections";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { laterDone } from "@/lib/later";
import { log } from "@/lib/log";
import { getConnectionDetails } from "./get-connection-details";
import { getConnectionState } from "./get-connection-state";
import { keepConnectionsAlive } from "./keep-connections-alive";
import { renewConnection } from "./renew-connection";
import { replaceToken } from "./replace-token";
import { testConnection } from "./test-connection";

let emulator: RunningEmulator;
let accountId: string;
let owner: Actor;
let admin: Actor;
let sales: Actor;
const alarms: Record<string, unknown>[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  process.env.ION_BASE_URL = emulator.url;
  accountId = (await makeAccount(emulator.accountId)).id;
  owner = await makePerson(accountId, "owner");
  admin = await makePerson(accountId, "admin");
  sales = await makePerson(accountId, "sales");
  vi.spyOn(log, "error").mockImplementation(
    (line: unknown) => void alarms.push(line as Record<string, unknown>),
  );
});

beforeEach(async () => {
  await storeRefreshToken(accountId, await emulator.newRefreshToken());
  await ion().then(({ customers }) => customers.list({ pageSize: 1 }));
  await emulator.control("DELETE", "/requests");
  alarms.length = 0;
});

afterEach(async () => {
  await laterDone();
  await emulator.control("DELETE", "/faults");
});

afterAll(() => emulator.stop());

const ion = () => connectIon(accountId);
const asOwner = <T>(work: () => Promise<T>) => actingAs(owner, work);
const killTokens = (kind: "refresh" | "access" | "both") =>
  emulator.control("POST", "/tokens/revoke", { accountId: emulator.accountId, kind });

async function row() {
  const db = await getDb();
  const [found] = await db.select().from(ionConnections).where(eq(ionConnections.accountId, accountId));
  if (!found) throw new Error("no row");
  return found;
}

async function lastAudit() {
  const db = await getDb();
  const [entry] = await db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
  return entry;
}

async function spendings(): Promise<number> {
  const { requests } = await emulator.control<{ requests: unknown[] }>("GET", "/requests?path=/oauth/token");
  return requests.length;
}

describe("the connection's page", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["details", getConnectionDetails],
    ["a test", testConnection],
    ["a renewal", renewConnection],
    ["a new token", () => replaceToken({ refreshToken: "any" })],
  ])("gives %s to the owner only", async (_what, use) => {
    for (const person of [admin, sales]) {
      await expect(actingAs(person, use)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await spendings()).toBe(0);
  });

  test("tells days, times and Ion's last answer, and nothing of the tokens", async () => {
    const details = await asOwner(getConnectionDetails);
    expect(details).toMatchObject({
      ionAccountId: emulator.accountId,
      state: "ok",
      daysLeft: 31,
      reason: null,
      lastCall: { state: "ok" },
    });
    expect(Date.now() - Date.parse(details.rotatedAt ?? "")).toBeLessThan(60_000);
    const { refreshTokenCipher, accessTokenCipher } = await row();
    expect(JSON.stringify(details)).not.toContain(refreshTokenCipher);
    expect(JSON.stringify(details)).not.toContain(accessTokenCipher);
  });

  test("tests with validateAccess and a small read, and keeps both answers", async () => {
    const { check } = await asOwner(testConnection);
    expect(check).toMatchObject({ token: "taken", read: "answered", problem: null });
    expect(check?.latencyMs).toBeGreaterThan(0);
    expect(check?.refreshExpiresInSeconds).toBeGreaterThan(31 * 24 * 3_600);
    expect((await asOwner(getConnectionDetails)).check).toEqual(check);
    expect(await lastAudit()).toMatchObject({ action: "connection:test", outcome: "done" });
  });

  test("says what failed in a test, in words and with Ion's request id", async () => {
    await emulator.control("POST", "/faults", { path: "*/customers", kind: "status", status: 500 });
    const { check } = await asOwner(testConnection);
    expect(check).toMatchObject({
      token: "taken",
      read: "failed",
      problem: expect.stringMatching(/Ion failed/),
    });
    expect(check?.ionRequestId).toMatch(/\S{8,}/);
  });

  test("renews the tokens when it is asked to", async () => {
    const before = await row();
    const details = await asOwner(renewConnection);
    expect(Date.parse(details.rotatedAt ?? "")).toBeGreaterThan(before.rotatedAt?.getTime() ?? 0);
    expect((await row()).refreshTokenCipher).not.toBe(before.refreshTokenCipher);
    expect(await lastAudit()).toMatchObject({ action: "connection:renew", outcome: "done" });
  });

  test("a renewal that Ion does not answer is an error, is noted, and costs nothing", async () => {
    await emulator.control("POST", "/faults", { path: "/oauth/token", kind: "drop-before", count: 2 });
    await expect(asOwner(renewConnection)).rejects.toMatchObject({ kind: "outcome-unknown" });
    expect(await asOwner(getConnectionDetails)).toMatchObject({
      state: "ok",
      failingSince: expect.any(String),
    });
    expect((await asOwner(renewConnection)).failingSince).toBeNull();
  });
});

describe("a lost token", () => {
  test("is noticed when Ion refuses it, alarms once, and leaves the living access token in use", async () => {
    await killTokens("refresh");
    await expect(asOwner(renewConnection)).rejects.toMatchObject({ kind: "connection-lost" });
    await keepConnectionsAlive();
    await keepConnectionsAlive();
    await vi.waitFor(() => expect(alarms.map(({ event }) => event)).toEqual(["ion-token-lost"]));
    expect(alarms[0]).toMatchObject({ accountId, reason: expect.stringContaining("cannot validate token") });
    expect((await (await ion()).customers.list({ pageSize: 1 })).customers).toHaveLength(1);
    const view = await actingAs(sales, getConnectionState);
    expect(view).toMatchObject({ state: "ok", token: { state: "lost" }, mayRepair: false });
    expect(Date.parse(view.token.worksUntil ?? "")).toBeGreaterThan(Date.now() + 3_600_000);
    expect(await asOwner(getConnectionState)).toMatchObject({ mayRepair: true });
  });

  test("whose access token Ion refuses, too, is lost for good and says so", async () => {
    await killTokens("both");
    await expect((await ion()).customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "connection-lost",
      info: { sent: "no" },
    });
    const lost = { state: "lost", token: { state: "lost", worksUntil: null } };
    expect(await actingAs(sales, getConnectionState)).toMatchObject(lost);
    const sent = await spendings();
    await expect((await ion()).customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "connection-lost",
    });
    expect(await spendings()).toBe(sent);
  });

  test("that went down with Ion's answer is said to have, and alarmed", async () => {
    await emulator.control("POST", "/faults", { path: "/oauth/token", kind: "drop-after", count: 1 });
    await expect(asOwner(renewConnection)).rejects.toMatchObject({ kind: "connection-lost" });
    await vi.waitFor(() => expect(alarms.map(({ event }) => event)).toEqual(["ion-token-lost"]));
    expect(await asOwner(getConnectionDetails)).toMatchObject({
      state: "lost",
      reason: "Ion spent the refresh token, and its answer with the new one was lost.",
    });
    await expect(asOwner(renewConnection)).rejects.toMatchObject({ code: "CONNECTION_LOST" });
  });

  test("that is about to end is alarmed while there is time", async () => {
    const db = await getDb();
    const soon = new Date(Date.now() + 3 * 24 * 3_600_000);
    await db
      .update(ionConnections)
      .set({ refreshExpiresAt: soon })
      .where(eq(ionConnections.accountId, accountId));
    await keepConnectionsAlive();
    expect(alarms).toMatchObject([{ event: "ion-token-expiring", why: "few-days", daysLeft: 2 }]);
    expect(await actingAs(admin, getConnectionState)).toMatchObject({ token: { state: "expiring" } });
    await asOwner(renewConnection);
    expect(await row()).toMatchObject({ alarmedAt: null, alarmedFor: null });
  });
});

describe("a pasted token", () => {
  test("is tried at once, stored, and heals everything; the audit log knows of it and not what it was", async () => {
    await killTokens("both");
    await expect((await ion()).customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "connection-lost",
    });
    const refreshToken = await emulator.newRefreshToken();
    const answer = await asOwner(() => replaceToken({ refreshToken }));
    expect(answer).toMatchObject({
      tried: true,
      details: { state: "ok", daysLeft: 31, check: { token: "taken", read: "answered" } },
    });
    expect(await actingAs(sales, getConnectionState)).toMatchObject({ state: "ok", token: { state: "ok" } });
    expect((await (await ion()).customers.list({ pageSize: 2 })).customers).toHaveLength(2);
    const entry = await lastAudit();
    expect(entry).toMatchObject({ action: "connection:replace-token", outcome: "done" });
    expect(inspect([answer, entry, alarms], { depth: 10 })).not.toContain(refreshToken);
  });

  test.each(["ok", "lost"])(
    "that Ion does not take says so at its field and changes nothing (%s)",
    async (state) => {
      if (state === "lost") {
        await killTokens("refresh");
        await asOwner(renewConnection).catch(() => undefined);
      }
      const before = await row();
      const error = await asOwner(() => replaceToken({ refreshToken: "NO-SUCH-TOKEN" })).catch(
        (thrown) => thrown,
      );
      expect(error).toMatchObject({
        code: "INVALID_INPUT",
        fieldErrors: { refreshToken: [expect.stringMatching(/Ion does not take this token/)] },
      });
      expect(await row()).toMatchObject({
        state,
        refreshTokenCipher: before.refreshTokenCipher,
        accessTokenCipher: before.accessTokenCipher,
        stateReason: before.stateReason,
      });
      expect(await lastAudit()).toMatchObject({ action: "connection:replace-token", outcome: "refused" });
    },
  );

  test("of another Ion account is refused, and the present connection goes on", async () => {
    const refreshToken = await emulator.newRefreshToken("10002");
    const before = await row();
    await expect(asOwner(() => replaceToken({ refreshToken }))).rejects.toMatchObject({
      fieldErrors: { refreshToken: [expect.stringContaining("another Ion account; this one is 10001")] },
    });
    expect((await row()).refreshTokenCipher).toBe(before.refreshTokenCipher);
    expect((await (await ion()).customers.list({ pageSize: 1 })).customers).toHaveLength(1);
  });

  test("that can't be tried changes nothing while the old one lives, and is kept when it does not", async () => {
    const refreshToken = await emulator.newRefreshToken();
    const before = await row();
    const silent = { path: "/oauth/token", kind: "status", status: 503, count: 2 };
    await emulator.control("POST", "/faults", silent);
    await expect(asOwner(() => replaceToken({ refreshToken }))).rejects.toMatchObject({
      fieldErrors: { refreshToken: [expect.stringMatching(/could not be tried/)] },
    });
    expect((await row()).refreshTokenCipher).toBe(before.refreshTokenCipher);

    await killTokens("refresh");
    await asOwner(renewConnection).catch(() => undefined);
    const another = await emulator.newRefreshToken();
    await emulator.control("POST", "/faults", silent);
    const answer = await asOwner(() => replaceToken({ refreshToken: another }));
    expect(answer).toMatchObject({ tried: false, details: { state: "ok", rotatedAt: null } });
    expect((await (await ion()).customers.list({ pageSize: 1 })).customers).toHaveLength(1);
  });

  test("connects an account that never was", async () => {
    const db = await getDb();
    const fresh = await makeAccount("10002");
    const person = await makePerson(fresh.id, "owner");
    expect(await actingAs(person, getConnectionDetails)).toMatchObject({ state: "none", daysLeft: null });
    const refreshToken = await emulator.newRefreshToken("10002");
    expect(await actingAs(person, () => replaceToken({ refreshToken }))).toMatchObject({ tried: true });
    expect(await actingAs(person, getConnectionDetails)).toMatchObject({
      state: "ok",
      ionAccountId: "10002",
    });
    await db.delete(ionConnections).where(eq(ionConnections.accountId, fresh.id));
  });
});
