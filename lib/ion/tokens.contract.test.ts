import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { IonError } from "./errors";
import { connectEmulator } from "./testing/connect-emulator";
import { type RunningEmulator, startEmulator } from "./testing/start-emulator";

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await emulator.control("DELETE", "/variants");
  await emulator.control("DELETE", "/requests");
});

afterAll(() => emulator.stop());

/** How often Ion was asked at an address since the last test. */
async function callsTo(path: string): Promise<number> {
  const { requests } = await emulator.control<{ requests: unknown[] }>("GET", `/requests?path=${path}`);
  return requests.length;
}

const AFTER_THE_ACCESS_TOKEN = { advanceSeconds: 7_300 };

describe("tokens at Ion", () => {
  it("are fetched once for fifty calls at the same time", async () => {
    const { client, memory } = await connectEmulator(emulator);
    await Promise.all(Array.from({ length: 50 }, () => client.customers.list({ pageSize: 1 })));
    expect(await callsTo("/oauth/token")).toBe(1);
    expect(memory.history).toHaveLength(1);
  });

  it("are renewed once for fifty calls that Ion refuses with 401, each of which is sent once more", async () => {
    const { client, events } = await connectEmulator(emulator);
    await client.customers.list({ pageSize: 1 });
    await emulator.control("POST", "/clock", AFTER_THE_ACCESS_TOKEN);
    const pages = await Promise.all(Array.from({ length: 50 }, () => client.customers.list({ pageSize: 1 })));
    expect(pages.every(({ customers }) => customers.length === 1)).toBe(true);
    expect(await callsTo("/oauth/token")).toBe(2);
    expect(events.every((event) => event.failure === undefined)).toBe(true);
  });

  it("are renewed for a write too, which is then sent once more and done once", async () => {
    const { client } = await connectEmulator(emulator);
    const { customers } = await client.customers.list({ pageSize: 1 });
    const customerId = customers[0]?.id ?? "";
    await emulator.control("POST", "/clock", AFTER_THE_ACCESS_TOKEN);
    const displayName = `Once ${Date.now()}`;
    const cart = await client.carts.create(customerId, { displayName });
    const { carts } = await client.carts.list(customerId, { status: "OPEN" });
    expect(carts.filter((one) => one.displayName === displayName).map((one) => one.id)).toEqual([cart.id]);
  });

  it("are renewed behind a 403 for the account when validateAccess confirms it (D4)", async () => {
    const { client } = await connectEmulator(emulator);
    await client.customers.list({ pageSize: 1 });
    await emulator.control("POST", "/variants", { "bad-token": "403" });
    await emulator.control("POST", "/clock", AFTER_THE_ACCESS_TOKEN);
    expect((await client.customers.list({ pageSize: 1 })).customers).toHaveLength(1);
    expect(await callsTo("/oauth/validateAccess")).toBe(1);
    expect(await callsTo("/oauth/token")).toBe(2);
  });

  it("are not spent on a 403 for somebody else's account", async () => {
    const { client } = await connectEmulator(emulator, {
      accountId: "10002",
      refreshToken: await emulator.newRefreshToken(),
    });
    const error = await client.customers.list({ pageSize: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: "forbidden", info: { status: 403, ionCode: "PERMISSION_DENIED" } });
    expect(await callsTo("/oauth/token")).toBe(1);
  });

  it("are not spent on a 5xx", async () => {
    const { client } = await connectEmulator(emulator);
    await emulator.control("POST", "/faults", { path: "*/customers", kind: "status", status: 500 });
    await expect(client.customers.list({ pageSize: 1 })).rejects.toBeInstanceOf(IonError);
    expect(await callsTo("/oauth/token")).toBe(1);
  });

  it("work once: a refresh token that was used is a lost connection, and no third call is made", async () => {
    const refreshToken = await emulator.newRefreshToken();
    const first = await connectEmulator(emulator, { refreshToken });
    await first.client.customers.list({ pageSize: 1 });
    const second = await connectEmulator(emulator, { refreshToken });
    await expect(second.client.customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "connection-lost",
    });
    await expect(second.client.customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "connection-lost",
    });
    expect(second.memory.current()?.state).toBe("lost");
    expect(await callsTo("/oauth/token")).toBe(2);
  });

  it("survive an answer of /oauth/token that got lost before Ion did the work", async () => {
    await emulator.control("POST", "/faults", { path: "/oauth/token", kind: "drop-before", count: 1 });
    const { client } = await connectEmulator(emulator);
    expect((await client.customers.list({ pageSize: 1 })).customers).toHaveLength(1);
    expect(await callsTo("/oauth/token")).toBe(2);
  });

  it("are lost when the answer was lost after Ion did the work; one guarded retry finds out", async () => {
    await emulator.control("POST", "/faults", { path: "/oauth/token", kind: "drop-after", count: 1 });
    const { client, memory } = await connectEmulator(emulator);
    await expect(client.customers.list({ pageSize: 1 })).rejects.toMatchObject({
      kind: "connection-lost",
      info: { sent: "no" },
    });
    expect(memory.current()?.state).toBe("lost");
    expect(await callsTo("/oauth/token")).toBe(2);
  });

  it.each(["html", "garbage"])(
    "are not given up for lost when /oauth/token answers %s without doing anything",
    async (kind) => {
      await emulator.control("POST", "/faults", { path: "/oauth/token", kind, count: 2 });
      const { client, memory } = await connectEmulator(emulator);
      await expect(client.customers.list({ pageSize: 1 })).rejects.toMatchObject({
        kind: "unavailable",
        info: { sent: "no" },
      });
      expect(memory.current()?.state).toBe("ok");
      expect((await client.customers.list({ pageSize: 1 })).customers).toHaveLength(1);
    },
  );

  it("say how long they live", async () => {
    const { client } = await connectEmulator(emulator);
    const check = await client.oauth.check();
    expect(check?.accessExpiresInSeconds).toBeGreaterThan(7_000);
    expect(check?.refreshExpiresInSeconds).toBeGreaterThan(31 * 24 * 3_600);
  });
});
