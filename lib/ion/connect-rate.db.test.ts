import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { getDb } from "@/lib/db/client";
import { ionCallRates } from "@/lib/db/schema/connections";
import { createDbRate } from "./connect-rate";
import { sleep } from "./limiter";

const forever = new AbortController().signal;

/** Takes as fast as it may for so long; the times at which calls went. */
async function takeFor(rate: Awaited<ReturnType<typeof createDbRate>>, ms: number): Promise<number[]> {
  const went: number[] = [];
  const end = Date.now() + ms;
  while (Date.now() < end) {
    await rate.take(forever);
    went.push(Date.now());
    await sleep(1);
  }
  return went;
}

test("replicas that call as fast as they may stay below the account's rate together", async () => {
  const accountId = randomUUID();
  const replicas = await Promise.all([1, 2, 3].map(() => createDbRate(accountId, 30)));
  const began = Date.now();
  const went = (await Promise.all(replicas.map((rate) => takeFor(rate, 3_000)))).flat();
  const seconds = Math.ceil((Date.now() - began) / 1000);
  // A second begins with its first call, so one more may begin than have passed.
  expect(went.length).toBeLessThanOrEqual(30 * (seconds + 1));
  expect(went.length).toBeGreaterThan(45);
});

test("accounts do not share a rate", async () => {
  const [one, other] = [await createDbRate(randomUUID(), 1), await createDbRate(randomUUID(), 1)];
  const went: string[] = [];
  const take = (rate: typeof one, name: string) => rate.take(forever).then(() => went.push(name));
  await take(one, "one");
  await Promise.all([take(one, "one again"), take(other, "other")]);
  expect(went).toEqual(["one", "other", "one again"]);
});

test("when Ion asks one replica to slow down, all of them wait", async () => {
  const accountId = randomUUID();
  const [one, other] = [await createDbRate(accountId, 50), await createDbRate(accountId, 50)];
  await one.take(forever);
  const pausedAt = Date.now();
  one.pause(2_000);
  const db = await getDb();
  await vi.waitFor(async () => {
    const [rate] = await db
      .select()
      .from(ionCallRates)
      .where(eq(ionCallRates.key, `ion:${accountId}`));
    expect(rate?.points).toBeGreaterThan(50);
  });
  await other.take(forever);
  expect(Date.now() - pausedAt).toBeGreaterThan(1_900);
});
