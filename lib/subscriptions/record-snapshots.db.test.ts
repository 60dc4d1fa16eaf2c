import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/lib/db/client";
import { subscriptionSnapshots } from "@/lib/db/schema/mirror";
import { makeAccount } from "@/lib/db/testing/people";
import { subscriptionSchema } from "@/lib/ion/schemas/subscriptions";
import { putMirrored } from "@/lib/mirror/put-mirrored";
import { recordSnapshots } from "./record-snapshots";
import { subscriptionMirror } from "./subscription-mirror";

let accountId: string;
let ionId = 60_000;

beforeEach(async () => {
  ionId += 1;
  accountId = (await makeAccount(String(ionId))).id;
});

type Change = Record<string, unknown>;
const subscription = (change: Change = {}) =>
  subscriptionSchema.parse({
    id: "501",
    customerId: "22",
    subscriptionName: "Office E3",
    subscriptionTotalLicenses: "10",
    subscriptionStatus: "ACTIVE",
    currency: "USD",
    price: 12.5,
    cost: 10,
    ...change,
  });
/** Ion is asked at that time and answers so. */
async function seenAt(time: string, change?: Change): Promise<void> {
  await putMirrored(subscriptionMirror, accountId, [subscription(change)], new Date(time));
}
async function history(id = "501") {
  const db = await getDb();
  const rows = await db
    .select()
    .from(subscriptionSnapshots)
    .where(and(eq(subscriptionSnapshots.accountId, accountId), eq(subscriptionSnapshots.subscriptionId, id)))
    .orderBy(asc(subscriptionSnapshots.day));
  return rows.map(({ day, seats, unitPrice, status }) => `${day} ${seats} ${unitPrice} ${status}`);
}

describe("the history of a subscription", () => {
  test("begins with what it was when it was seen first, and does not grow while it stays the same", async () => {
    await seenAt("2026-03-01T10:00:00Z");
    expect(await recordSnapshots(accountId)).toBe(1);
    await seenAt("2026-03-04T10:00:00Z");
    expect(await recordSnapshots(accountId)).toBe(0);
    expect(await history()).toEqual(["2026-03-01 10 12.50 ACTIVE"]);
  });

  test.each<[string, Change, string]>([
    ["seats", { subscriptionTotalLicenses: "12" }, "2026-03-02 12 12.50 ACTIVE"],
    ["price", { price: 13 }, "2026-03-02 10 13.00 ACTIVE"],
    ["cost", { cost: 11 }, "2026-03-02 10 12.50 ACTIVE"],
    ["currency", { currency: "EUR" }, "2026-03-02 10 12.50 ACTIVE"],
    ["status", { subscriptionStatus: "suspended" }, "2026-03-02 10 12.50 SUSPENDED"],
  ])("has a row for the day on which its %s changed", async (_field, change, row) => {
    await seenAt("2026-03-01T10:00:00Z");
    await recordSnapshots(accountId);
    await seenAt("2026-03-02T23:59:59Z", change);
    await recordSnapshots(accountId);
    expect(await history()).toEqual(["2026-03-01 10 12.50 ACTIVE", row]);
  });

  test("has no row for other changes, such as a new name", async () => {
    await seenAt("2026-03-01T10:00:00Z");
    await recordSnapshots(accountId);
    await seenAt("2026-03-02T10:00:00Z", { subscriptionName: "Office E3 (renamed)" });
    expect(await recordSnapshots(accountId)).toBe(0);
  });

  test("keeps the last state of a day on which it changed more than once", async () => {
    await seenAt("2026-03-01T10:00:00Z");
    await recordSnapshots(accountId);
    for (const [hour, seats] of [
      ["11", "12"],
      ["12", "15"],
    ]) {
      await seenAt(`2026-03-02T${hour}:00:00Z`, { subscriptionTotalLicenses: seats });
      await recordSnapshots(accountId);
    }
    expect(await history()).toEqual(["2026-03-01 10 12.50 ACTIVE", "2026-03-02 15 12.50 ACTIVE"]);
  });

  test("is written for one subscription alone when only that was read", async () => {
    await seenAt("2026-03-01T10:00:00Z");
    await putMirrored(
      subscriptionMirror,
      accountId,
      [subscription({ id: "502" })],
      new Date("2026-03-01T10:00:00Z"),
    );
    expect(await recordSnapshots(accountId, "502")).toBe(1);
    expect(await history()).toEqual([]);
    expect(await history("502")).toHaveLength(1);
  });
});
