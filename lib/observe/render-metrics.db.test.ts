import { beforeAll, expect, test } from "vitest";
import { getDb } from "@/lib/db/client";
import { mirrorState } from "@/lib/db/schema/mirror";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { storeRefreshToken } from "@/lib/ion/connect";
import { placedIntent, unknownIntent } from "@/lib/orders/testing/intents";
import { observeIonCall } from "./ion-calls";
import { observeJob } from "./job";
import { watchValues } from "./metrics";
import { renderMetrics } from "./render-metrics";

const TOKEN = "a-token-for-the-collector";
beforeAll(() => {
  process.env.METRICS_TOKEN = TOKEN;
});

/** The values of one metric by its labels, as the text says them. */
function valuesOf(text: string, name: string): Record<string, number> {
  const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(name.length, at), Number(line.slice(at + 1))];
    }),
  );
}

test("only a collector that brings the token gets an answer", async () => {
  for (const wrong of [null, "", TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `bearer ${TOKEN}`]) {
    const refused = await renderMetrics(wrong);
    expect([refused.status, await refused.text()]).toEqual([401, ""]);
  }
});

test("it tells of orders, tokens, mirrors, jobs and calls, and names neither customers nor people", async () => {
  const db = await getDb();
  const account = await makeAccount();
  const person = await makePerson(account.id, "sales", ["70589"]);
  await storeRefreshToken(account.id, "never-used");
  await unknownIntent(person, { customerId: "70589", cartId: "1" });
  await unknownIntent(person, { customerId: "70589", cartId: "2" });
  await placedIntent(person, { customerId: "70589", cartId: "3", orderId: "287143" });
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  await db
    .insert(mirrorState)
    .values({ accountId: account.id, resource: "orders", fullAt: anHourAgo, syncedAt: anHourAgo });
  const call = {
    operation: "carts.checkout",
    method: "POST",
    path: "/api/v3/customers/70589/carts/1:checkout",
    durationMs: 1_200,
    sent: "maybe",
  } as const;
  observeIonCall({ ...call, attempt: 1, failure: "outcome-unknown" });
  observeIonCall({ ...call, operation: "orders.get", attempt: 7, failure: "timeout", retryInMs: 10 });
  await observeJob("sync-due", undefined, async () => undefined);
  await expect(observeJob("sync-due", undefined, () => Promise.reject(new Error("no")))).rejects.toThrow();
  watchValues("test_queue_length", "A queue", ["queue"], () => [{ labels: { queue: "ion" }, value: 3 }]);
  watchValues("test_broken", "A gauge that can't be read", ["queue"], () => Promise.reject(new Error("no")));

  const answer = await renderMetrics(`Bearer ${TOKEN}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const intents = valuesOf(text, "portal_order_intents");
  expect(intents).toMatchObject({ '{state="unknown"}': 2, '{state="placed"}': 1, '{state="sending"}': 0 });
  expect(valuesOf(text, "portal_ion_connection")).toMatchObject({
    [`{account="${account.ionAccountId}",state="ok"}`]: 1,
    [`{account="${account.ionAccountId}",state="lost"}`]: 0,
  });
  const age = valuesOf(text, "portal_mirror_age_seconds");
  expect(age[`{account="${account.ionAccountId}",resource="orders"}`]).toBeCloseTo(3_600, -2);
  expect(valuesOf(text, "portal_ion_calls_total")).toEqual({
    '{operation="carts.checkout",outcome="outcome-unknown",attempt="1"}': 1,
    '{operation="orders.get",outcome="timeout",attempt="4+"}': 1,
  });
  expect(valuesOf(text, "portal_ion_retries_total")).toEqual({
    '{operation="orders.get",outcome="timeout"}': 1,
  });
  expect(valuesOf(text, "portal_job_runs_total")).toEqual({
    '{job="sync-due",outcome="done"}': 1,
    '{job="sync-due",outcome="failed"}': 1,
  });
  expect(valuesOf(text, "portal_database_up")).toEqual({ "": 1 });
  expect(valuesOf(text, "test_queue_length")).toEqual({ '{queue="ion"}': 3 });
  expect(valuesOf(text, "test_broken")).toEqual({});
  expect(text).toContain("process_cpu_seconds_total");
  expect(text).not.toContain("70589");
  expect(text).not.toContain("example.com");
});
