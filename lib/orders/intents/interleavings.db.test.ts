import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { accounts } from "@/lib/db/schema/accounts";
import { auditLog } from "@/lib/db/schema/audit";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { openTestIntent } from "../testing/intents";
import { intentsOf, passTime } from "../testing/ready-cart";
import { type Book, type Fate, ScriptedSender } from "../testing/scripted-senders";
import { isLive } from "./intent-states";
import { claimDue } from "./leases";
import { takeDueLookups } from "./lookups";
import { mayRelease } from "./may-release";
import { findLiveIntent } from "./open-intent";
import { giveUpLostSenders, settleLook } from "./reconcile-intents";
import { setFree } from "./release-intent";
import { type OrderIntent, takeStep } from "./take-step";

/** One thing that may happen at any moment, on any replica. */
type Event =
  | { do: "open" | "recall" | "release"; cart: number }
  | { do: "claim" | "look" | "give-up" }
  | { do: "meet"; sender: number; fate: Fate }
  | { do: "wait"; seconds: number };

const cart = fc.nat({ max: 2 });
const fate = fc.constantFrom<Fate>(
  "goes-on",
  "goes-on",
  "goes-on",
  "refused",
  "not-sent",
  "lost-before",
  "lost-after",
  "dies",
);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("open" as const), cart }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("recall" as const, "release" as const), cart }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("claim" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("look" as const, "give-up" as const) }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("meet" as const), sender: fc.nat({ max: 3 }), fate }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("wait" as const), seconds: fc.constantFrom(3, 15, 65, 110) }),
  },
);

/** What happens at the same time, then what happens after it, and so on. */
const story = fc.array(fc.array(event, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 30 });

let owner: Actor;
let carts = 0;

beforeAll(async () => {
  owner = await makePerson((await makeAccount()).id, "owner");
});

class World {
  readonly cartIds = [0, 1, 2].map(() => String(++carts));
  readonly book: Book = { requests: [], nextOrderId: carts * 1000 };
  private senders: ScriptedSender[] = [];
  private readonly terminal = new Map<string, OrderIntent>();

  async happen(what: Event): Promise<void> {
    switch (what.do) {
      case "open":
        await openTestIntent(owner, { customerId: "10", cartId: this.cartId(what.cart) });
        return;
      case "recall":
        return this.withLive(what.cart, async ({ id }) => {
          await takeStep(id, { to: "recalled", from: ["held"], userId: owner.userId });
        });
      case "release":
        return this.withLive(what.cart, async (intent) => {
          if (!mayRelease(intent, Date.now())) return;
          const looked = await settleLook(intent, this.lookAt(intent), owner.userId);
          if (looked.state === "unknown") await setFree(looked, owner.userId);
        });
      case "claim":
        for (const claim of await claimDue(1)) {
          const sender = new ScriptedSender(claim, this.book);
          this.senders.push(sender);
          await sender.settled();
        }
        return;
      case "give-up":
        return giveUpLostSenders();
      case "look":
        for (const intent of await takeDueLookups(5)) await settleLook(intent, this.lookAt(intent), null);
        return;
      case "meet": {
        const waiting = this.senders.filter((sender) => sender.gate);
        await waiting[what.sender % Math.max(1, waiting.length)]?.meet(what.fate);
        return;
      }
      case "wait":
        if (what.seconds > 60) for (const sender of this.senders) sender.ionFinishes();
        await Promise.all(this.cartIds.map((cartId) => passTime(cartId, what.seconds)));
    }
  }

  /** Lets everything come to its end: no more faults, senders at work, time passing, people releasing what they may. */
  async comeToRest(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      await this.happen({ do: "wait", seconds: 400 });
      await this.happen({ do: "give-up" });
      for (let claim = 0; claim < 3; claim++) await this.happen({ do: "claim" });
      for (const sender of this.senders) while (sender.gate) await sender.meet("goes-on");
      await this.happen({ do: "look" });
      for (const index of [0, 1, 2]) await this.happen({ do: "release", cart: index });
      if ((await this.intents()).every(({ state }) => !isLive(state))) return;
    }
  }

  async intents(): Promise<OrderIntent[]> {
    return (await Promise.all(this.cartIds.map(intentsOf))).flat();
  }

  /** What must be true after every single event. */
  async check(): Promise<void> {
    const intents = await this.intents();
    for (const intent of intents) {
      const before = this.terminal.get(intent.id);
      if (before) expect([intent.state, intent.orderId]).toEqual([before.state, before.orderId]);
      else if (!isLive(intent.state)) this.terminal.set(intent.id, intent);
      const requests = this.book.requests.filter(({ intentId }) => intentId === intent.id);
      // Every one that was not certainly turned away may have been carried out.
      expect(requests.filter(({ certainlyUndone }) => !certainlyUndone).length).toBeLessThanOrEqual(1);
      if (intent.state === "recalled") expect(requests).toHaveLength(0);
      if (intent.state === "placed") expect(requests.map(({ orderId }) => orderId)).toContain(intent.orderId);
    }
    for (const cartId of this.cartIds) {
      const standing = intents.filter((one) => one.cartId === cartId && (isLive(one.state) || one.orderId));
      expect(standing.length).toBeLessThanOrEqual(1);
    }
  }

  /** What must be true at the end. */
  async checkEnd(): Promise<void> {
    const intents = await this.intents();
    expect(intents.filter(({ state }) => isLive(state))).toEqual([]);
    const made = this.book.requests.flatMap(({ orderId }) => orderId ?? []).sort();
    const placed = intents.flatMap(({ orderId }) => orderId ?? []).sort();
    expect(placed).toEqual(made);
    if (intents.length === 0) return;
    const db = await getDb();
    const entries = await db
      .select({ details: auditLog.details })
      .from(auditLog)
      .where(
        inArray(
          sql`${auditLog.details} ->> 'intentId'`,
          intents.map(({ id }) => id),
        ),
      )
      .orderBy(auditLog.id);
    for (const { id, state } of intents) {
      const steps = entries.filter(({ details }) => details.intentId === id && details.to !== undefined);
      const path = steps.map(({ details }) => details.to);
      expect(steps.map(({ details }) => details.from)).toEqual([null, ...path.slice(0, -1)]);
      expect(path.at(-1)).toBe(state);
    }
  }

  private lookAt({ cartId }: OrderIntent) {
    const order = this.book.requests.find((request) => request.cartId === cartId && request.orderId !== null);
    return { orderId: order?.orderId ?? null, cartStatus: order ? "CHECKED_OUT" : "OPEN" };
  }

  private async withLive(index: number, act: (intent: OrderIntent) => Promise<void>): Promise<void> {
    const intent = await findLiveIntent(owner.accountId, this.cartId(index));
    if (intent) await act(intent);
  }

  private cartId(index: number): string {
    return this.cartIds[index] ?? "";
  }
}

test("whatever happens in whatever order, nothing is sent twice, lost, stuck, or both recalled and sent", async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.constantFrom(0, 10), async (events, holdSeconds) => {
      const db = await getDb();
      await db.update(accounts).set({ holdSeconds }).where(eq(accounts.id, owner.accountId));
      const world = new World();
      for (const together of events) {
        await Promise.all(together.map((one) => world.happen(one)));
        await world.check();
      }
      await world.comeToRest();
      await world.check();
      await world.checkEnd();
      // The next story's senders must not meet this one's intents.
      expect(await db.$count(orderIntents, inArray(orderIntents.state, ["held", "pending", "sending"]))).toBe(
        0,
      );
    }),
    { numRuns: 60, endOnFailure: false },
  );
}, 120_000);
