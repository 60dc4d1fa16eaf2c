import { expect, test } from "vitest";
import { querySubscriptions } from "./query-subscriptions";
import { subscriptionQuerySchema } from "./subscription-query";
import type { SubscriptionRow } from "./subscription-schemas";
import { loadSubscriptionSearch, toSubscriptionQuery } from "./subscription-search";

const row = (id: string, more: Partial<SubscriptionRow> = {}): SubscriptionRow => ({
  id,
  customerId: "22",
  customerName: "Contoso",
  name: `Plan ${id}`,
  planName: null,
  providerId: "30",
  providerName: "Microsoft",
  seats: Number(id),
  state: "active",
  status: "ACTIVE",
  isTrial: false,
  billingType: "license",
  unitPrice: null,
  term: null,
  termText: null,
  billingCycle: null,
  autoRenew: true,
  startsAt: null,
  endsAt: null,
  endless: false,
  renewsAt: null,
  updatedAt: null,
  ...more,
});
const rows = [
  row("10"),
  row("2", { status: "CANCELED", state: "ended" }),
  row("3", { providerId: "2", name: "Google Workspace" }),
  row("1", { renewsAt: "2026-01-01T00:00:00Z" }),
];
const ask = (query: Record<string, string>) => querySubscriptions(rows, subscriptionQuerySchema.parse(query));
const ids = (query: Record<string, string>) => ask(query).rows.map(({ id }) => id);

test("filters as Ion does: by status in either spelling, by vendor, by part of the name", () => {
  expect(ids({ status: "cancelled" })).toEqual(["2"]);
  expect(ids({ provider: "2" })).toEqual(["3"]);
  expect(ids({ q: "WORKSPACE" })).toEqual(["3"]);
  expect(ids({ q: "nothing like it" })).toEqual([]);
});

test("sorts names as people count and seats as numbers, both ways round", () => {
  expect(ids({ q: "plan" })).toEqual(["1", "2", "10"]);
  expect(ids({ sort: "seats", dir: "desc" })).toEqual(["10", "3", "2", "1"]);
  expect(ids({ sort: "renewal", dir: "desc" })[0]).toBe("1");
});

test("cuts pages with an exact total, without losing or repeating a row", () => {
  const many = Array.from({ length: 60 }, (_, index) => row(String(index + 100)));
  const page = (offset: number) =>
    querySubscriptions(many, subscriptionQuerySchema.parse({ size: "25", offset: String(offset) }));
  const pages = [page(0), page(25), page(50)];
  expect(pages.map(({ total }) => total)).toEqual([60, 60, 60]);
  expect(pages.map(({ nextOffset }) => nextOffset)).toEqual([25, 50, null]);
  expect(new Set(pages.flatMap((each) => each.rows.map(({ id }) => id))).size).toBe(60);
});

test("nonsense in an address is left out", () => {
  const search = "status=DROP&customer=x&provider=../1&sort=price&dir=up&size=7&offset=-5";
  expect(toSubscriptionQuery(loadSubscriptionSearch(new URLSearchParams(search)))).toEqual({
    sort: "name",
    dir: "asc",
    size: 50,
    offset: 0,
  });
});
