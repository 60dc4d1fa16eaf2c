import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { openTestIntent, placedIntent, sendingIntent, unknownIntent } from "../testing/intents";
import { passTime } from "../testing/ready-cart";
import { INTENT_STATES, STEPS } from "./intent-states";
import { claimDue, claimIntent } from "./leases";
import { takeDueLookups } from "./lookups";
import { findLiveIntent, openIntent } from "./open-intent";
import { reconcileIntents } from "./reconcile-intents";
import { unsealSecrets } from "./secrets";
import { takeStep } from "./take-step";

let actor: Actor;
let carts = 0;

beforeAll(async () => {
  const account = await makeAccount();
  actor = await makePerson(account.id, "owner");
});

const nextCart = () => ({ customerId: "10", cartId: String(++carts) });
const recall = (intentId: string) => takeStep(intentId, { to: "recalled", userId: actor.userId });
const stateOf = async (cartId: string) => (await findLiveIntent(actor.accountId, cartId))?.state;

async function hold(holdSeconds: number) {
  const db = await getDb();
  await db.update(accounts).set({ holdSeconds }).where(eq(accounts.id, actor.accountId));
}

describe("one cart, one intent", () => {
  test("twenty clicks at once open one, and one sender gets it", async () => {
    const cart = nextCart();
    const results = await Promise.all(Array.from({ length: 20 }, () => openTestIntent(actor, cart)));
    expect(results.filter((result) => result.opened)).toHaveLength(1);
    const ids = new Set(results.map((result) => result.intent.id));
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimIntent(id)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test("only what ordered nothing frees the cart", async () => {
    const cart = nextCart();
    const { id } = await unknownIntent(actor, cart);
    expect((await openTestIntent(actor, cart)).opened).toBe(false);
    await takeStep(id, { to: "released", userId: actor.userId });
    expect(await findLiveIntent(actor.accountId, cart.cartId)).toBeUndefined();
    expect((await openTestIntent(actor, cart)).opened).toBe(true);
    const placed = nextCart();
    await placedIntent(actor, { ...placed, orderId: "77" });
    expect((await openTestIntent(actor, placed)).opened).toBe(false);
  });

  test("one change of a subscription at a time, at any number of clicks", async () => {
    const change = {
      kind: "change" as const,
      customerId: "10",
      subscriptionId: "5",
      resourceId: "vendor-5",
      request: { kind: "auto-renew" as const, autoRenew: false, seenSeats: 3 },
      lines: [],
      seenTotals: [],
    };
    const results = await Promise.all(Array.from({ length: 10 }, () => openIntent(actor, change)));
    expect(results.filter(({ opened }) => opened)).toHaveLength(1);
    const other = await openIntent(actor, { ...change, resourceId: "vendor-6" });
    expect(other.opened).toBe(true);
  });
});

describe("the hold", () => {
  test("keeps an order from every sender until it is over, and can be recalled until then", async () => {
    await hold(30);
    const early = nextCart();
    const { intent } = await openTestIntent(actor, early);
    expect(intent.state).toBe("held");
    expect(await claimIntent(intent.id)).toBeUndefined();
    expect(await recall(intent.id)).toMatchObject({ state: "recalled" });
    await passTime(early.cartId, 60);
    expect(await claimIntent(intent.id)).toBeUndefined();
    expect((await openTestIntent(actor, early)).opened).toBe(true);
    await hold(0);
  });

  test("recalled or sent, never both, whoever is quicker", async () => {
    await hold(1);
    for (let round = 0; round < 12; round++) {
      const cart = nextCart();
      const { intent } = await openTestIntent(actor, cart);
      await passTime(cart.cartId, 2);
      const send = async () => {
        const claim = await claimIntent(intent.id);
        if (!claim) return false;
        const { lease } = claim;
        const due = await takeStep(intent.id, { to: "pending", from: ["held"], lease, userId: null });
        return due ? Boolean(await takeStep(intent.id, { to: "sending", lease, userId: null })) : false;
      };
      const [sent, taken] = await Promise.all(
        round % 2 === 0 ? [send(), recall(intent.id)] : [recall(intent.id), send()].reverse(),
      );
      expect([Boolean(sent), Boolean(taken)].filter(Boolean)).toHaveLength(1);
    }
    await hold(0);
  });

  test("a password that a vendor asks for is sealed, and gone as soon as nothing is left to send", async () => {
    const opened = await openIntent(actor, {
      kind: "checkout",
      ...nextCart(),
      lines: [],
      seenTotals: [],
      seenFingerprint: "seen",
      secrets: { "1": { adminPassword: "correct horse battery" } },
    });
    const { intent } = opened;
    expect(intent.secretsCipher).toMatch(/^v1:/);
    expect(JSON.stringify(intent)).not.toContain("correct horse");
    expect(unsealSecrets(intent.id, intent.secretsCipher)).toEqual({
      "1": { adminPassword: "correct horse battery" },
    });
    expect(() => unsealSecrets(crypto.randomUUID(), intent.secretsCipher)).toThrow("does not fit");
    const claim = await claimIntent(intent.id);
    const rejected = await takeStep(intent.id, { to: "rejected", lease: claim?.lease ?? "", userId: null });
    expect(rejected).toMatchObject({ state: "rejected", secretsCipher: null });
  });
});

describe("steps", () => {
  test("the database refuses exactly the steps that the table does not know", async () => {
    const db = await getDb();
    for (const from of INTENT_STATES) {
      for (const to of INTENT_STATES.filter((other) => other !== from)) {
        const attempt = db.transaction(async (tx) => {
          const [{ id } = { id: "" }] = await tx
            .insert(orderIntents)
            .values({
              accountId: actor.accountId,
              userId: actor.userId,
              ...nextCart(),
              state: "held",
              heldUntil: sql`now()`,
              seenTotals: [],
              orderId: "1",
              leaseOwner: crypto.randomUUID(),
            })
            .returning({ id: orderIntents.id });
          for (const state of [...pathTo(from), to]) {
            await tx.update(orderIntents).set({ state }).where(eq(orderIntents.id, id));
          }
          tx.rollback();
        });
        const problem: unknown = await attempt.catch((error) => error.cause ?? error);
        const allowed = STEPS[from][to] !== undefined;
        expect([from, to, String(problem).includes("does not go from")]).toEqual([from, to, !allowed]);
      }
    }
  });

  test("leave one audit entry each, and none when they were not possible", async () => {
    const cart = nextCart();
    const { id } = await placedIntent(actor, { ...cart, orderId: "88" });
    expect(await takeStep(id, { to: "rejected", userId: actor.userId })).toBeUndefined();
    expect(await recall(id)).toBeUndefined();
    const db = await getDb();
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.resource, `customers/10/carts/${cart.cartId}`))
      .orderBy(auditLog.id);
    expect(entries.map(({ action, details }) => [action, details.to])).toEqual([
      ["orders:confirm", "pending"],
      ["orders:send", "sending"],
      ["orders:place", "placed"],
    ]);
  });

  test("a sender that lost its lease settles nothing but an order that Ion made", async () => {
    const cart = nextCart();
    const sending = await sendingIntent(actor, cart);
    await passTime(cart.cartId, 200);
    await reconcileIntents();
    expect(await stateOf(cart.cartId)).toBe("unknown");
    const lease = sending.leaseOwner ?? "";
    for (const to of ["rejected", "pending"] as const) {
      expect(await takeStep(sending.id, { to, lease, userId: null })).toBeUndefined();
    }
    const late = await takeStep(sending.id, { to: "placed", userId: null, set: { orderId: "99" } });
    expect(late).toMatchObject({ state: "placed", orderId: "99" });
  });
});

describe("a sender that dies", () => {
  test("before sending leaves an intent that the next one takes, when its lease is over", async () => {
    const cart = nextCart();
    const { intent } = await openTestIntent(actor, cart);
    const dead = await claimIntent(intent.id);
    expect(await claimIntent(intent.id)).toBeUndefined();
    await passTime(cart.cartId, 61);
    const next = await claimIntent(intent.id);
    expect(next?.lease).not.toBe(dead?.lease);
    // The first one wakes up again: the fence is closed.
    expect(
      await takeStep(intent.id, { to: "sending", lease: dead?.lease ?? "", userId: null }),
    ).toBeUndefined();
    expect(
      await takeStep(intent.id, { to: "sending", lease: next?.lease ?? "", userId: null }),
    ).toBeDefined();
  });

  test("while sending leaves an unknown one, which nobody sends again", async () => {
    const cart = nextCart();
    const { id } = await sendingIntent(actor, cart);
    await passTime(cart.cartId, 101);
    await reconcileIntents();
    await passTime(cart.cartId, 3600);
    expect(await stateOf(cart.cartId)).toBe("unknown");
    expect(await claimIntent(id)).toBeUndefined();
    expect((await claimDue(100)).some(({ intent }) => intent.id === id)).toBe(false);
  });
});

test("a look is taken once, and the next one comes later", async () => {
  const { id } = await unknownIntent(actor, nextCart());
  const taken = (await Promise.all([takeDueLookups(100), takeDueLookups(100)])).flat();
  expect(taken.filter((row) => row.id === id)).toHaveLength(1);
  expect((await takeDueLookups(100)).some((row) => row.id === id)).toBe(false);
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

/** The steps from held to a state, that one included. */
function pathTo(state: (typeof INTENT_STATES)[number]): (typeof INTENT_STATES)[number][] {
  switch (state) {
    case "held":
      return [];
    case "pending":
    case "recalled":
      return [state];
    case "sending":
      return ["pending", "sending"];
    case "released":
      return ["pending", "sending", "unknown", "released"];
    default:
      return ["pending", "sending", state];
  }
}
