import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { orderIntents } from "@/lib/db/schema/orders";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import {
  claimSending,
  findLiveIntent,
  markPlaced,
  markRejected,
  markUnknown,
  openIntent,
  recoverAbandonedIntents,
  takeDueLookups,
} from "./intents";

let actor: Actor;
let cartNumber = 0;

beforeAll(async () => {
  const account = await makeAccount();
  actor = await makePerson(account.id, "owner");
});

const open = (cartId = String(++cartNumber)) =>
  openIntent(actor, { customerId: "10", cartId, seenTotals: [{ amount: "412.50", currency: "USD" }] });

async function backdate(intentId: string, seconds: number) {
  const db = await getDb();
  const past = sql`now() - make_interval(secs => ${seconds})`;
  await db.update(orderIntents).set({ createdAt: past, sentAt: past }).where(eq(orderIntents.id, intentId));
}

describe("order intents", () => {
  test("twenty clicks at once open one intent, and one of them may send", async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => open("900")));
    expect(results.filter((result) => result.opened)).toHaveLength(1);
    const ids = new Set(results.map((result) => result.intent.id));
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimSending(id)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test("only a refusal frees the cart", async () => {
    const { intent } = await open("901");
    await claimSending(intent.id);
    expect((await open("901")).opened).toBe(false);
    await markUnknown(intent.id, { reason: "timeout" });
    expect((await open("901")).opened).toBe(false);
    await markRejected(intent.id, { reason: "released" });
    expect(await findLiveIntent(actor.accountId, "901")).toBeUndefined();
    expect((await open("901")).opened).toBe(true);
  });

  test("what is placed stays placed", async () => {
    const { intent } = await open();
    await claimSending(intent.id);
    expect(await markPlaced(intent.id, { orderId: "77" })).toMatchObject({ state: "placed", orderId: "77" });
    expect(await markRejected(intent.id, { reason: "late" })).toBeUndefined();
    expect(await markUnknown(intent.id, { reason: "late" })).toBeUndefined();
    expect(await claimSending(intent.id)).toBe(false);
    expect(await findLiveIntent(actor.accountId, intent.cartId)).toMatchObject({ state: "placed" });
  });

  test("a dead sender's unsent intent frees the cart; a sent one becomes unknown", async () => {
    const unsent = (await open()).intent;
    const sent = (await open()).intent;
    const young = (await open()).intent;
    await claimSending(sent.id);
    await backdate(unsent.id, 120);
    await backdate(sent.id, 120);
    await recoverAbandonedIntents();
    expect(await findLiveIntent(actor.accountId, unsent.cartId)).toBeUndefined();
    expect(await findLiveIntent(actor.accountId, sent.cartId)).toMatchObject({ state: "unknown" });
    expect(await findLiveIntent(actor.accountId, young.cartId)).toMatchObject({ state: "pending" });
  });

  test("a lookup is taken once and the next one comes later", async () => {
    const { intent } = await open();
    await claimSending(intent.id);
    await markUnknown(intent.id, { reason: "timeout" });
    const taken = (await Promise.all([takeDueLookups(100), takeDueLookups(100)])).flat();
    expect(taken.filter((row) => row.id === intent.id)).toHaveLength(1);
    expect((await takeDueLookups(100)).some((row) => row.id === intent.id)).toBe(false);
  });
});

test("the audit log refuses changes and deletions", async () => {
  const db = await getDb();
  const entry = { accountId: actor.accountId, action: "test:run", resource: "x", outcome: "done" as const };
  await db.insert(auditLog).values(entry);
  await expect(db.delete(auditLog)).rejects.toThrow();
  await expect(db.update(auditLog).set({ outcome: "failed" })).rejects.toThrow();
  const rows = await db.select().from(auditLog).where(eq(auditLog.action, "test:run"));
  expect(rows).toHaveLength(1);
});
