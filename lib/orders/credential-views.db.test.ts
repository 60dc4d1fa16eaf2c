import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { credentialsShownAt, freeCredentialView, takeCredentialView } from "./credential-views";
import { placedIntent, unknownIntent } from "./testing/intents";
import { whoOrdered } from "./who-ordered";

let sales: Actor;
let colleague: Actor;
let stranger: Actor;

beforeAll(async () => {
  const account = await makeAccount();
  sales = await makePerson(account.id, "sales", ["10"]);
  colleague = await makePerson(account.id, "owner");
  stranger = await makePerson((await makeAccount()).id, "owner");
});

test("of twenty requests at once, one takes the view", async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeCredentialView(sales, "501")));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await credentialsShownAt(sales.accountId, "501")).toBeInstanceOf(Date);
});

test("only who took the view gives it back, and then it can be taken again", async () => {
  expect(await takeCredentialView(sales, "502")).toBe(true);
  await freeCredentialView(colleague, "502");
  expect(await takeCredentialView(sales, "502")).toBe(false);
  await freeCredentialView(sales, "502");
  expect(await credentialsShownAt(sales.accountId, "502")).toBeUndefined();
  expect(await takeCredentialView(sales, "502")).toBe(true);
});

test("the same number at another reseller is another order", async () => {
  expect(await takeCredentialView(sales, "503")).toBe(true);
  expect(await credentialsShownAt(stranger.accountId, "503")).toBeUndefined();
  expect(await takeCredentialView(stranger, "503")).toBe(true);
});

test("who ordered is known of placed orders, by account, customer and order", async () => {
  await placedIntent(sales, { customerId: "10", cartId: "1", orderId: "601" });
  await unknownIntent(sales, { customerId: "10", cartId: "2" });
  const who = (accountId: string, customerId: string, orderId: string) =>
    whoOrdered(accountId, customerId, orderId);
  expect(await who(sales.accountId, "10", "601")).toEqual({ userId: sales.userId, name: sales.name });
  expect(await who(sales.accountId, "11", "601")).toBeUndefined();
  expect(await who(stranger.accountId, "10", "601")).toBeUndefined();
  expect(await who(sales.accountId, "10", "602")).toBeUndefined();
});
