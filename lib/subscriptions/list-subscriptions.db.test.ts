import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { mirrorTestCustomers } from "@/lib/customers/testing/mirrored-customers";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { foldedWords } from "@/lib/fold";
import { listCustomerSubscriptions } from "./list-customer-subscriptions";
import { listSubscriptions } from "./list-subscriptions";
import type { StoredSubscriptionRow } from "./stored-subscription-row";
import type { SubscriptionListPage } from "./subscription-list-page";
import {
  SUBSCRIPTION_LIST_SORTS,
  SUBSCRIPTION_STATUS_FILTERS,
  type SubscriptionListQuery,
} from "./subscription-list-query";
import { subscriptionListQuerySchema } from "./subscription-list-schema";
import { statusFilterOf } from "./subscription-list-sql";
import type { SubscriptionRow } from "./subscription-schemas";
import { mirrorTestSubscriptions } from "./testing/mirrored-subscriptions";

const NAMES = new Map([
  ["11", "Contoso"],
  ["12", "Äpfel & Birnen"],
]);
let owner: Actor;
let sales: Actor;
/** What the list has to show. */
let shown: SubscriptionRow[];

const pick = <Value>(values: readonly Value[], index: number) => values[index % values.length] as Value;
const day = (index: number) => new Date(Date.UTC(2026, 2, 1 + (index % 20), index % 24)).toISOString();

beforeAll(async () => {
  const account = await makeAccount();
  owner = await makePerson(account.id, "owner");
  sales = await makePerson(account.id, "sales", ["11", "14"]);
  await mirrorTestCustomers(
    account.id,
    [...NAMES].map(([id, organization]) => ({ id, organization })),
  );
  const stored = await mirrorTestSubscriptions(
    account.id,
    Array.from({ length: 230 }, (_, index): Partial<StoredSubscriptionRow> & { id: string } => ({
      id: String(index < 3 ? index + 1 : 1000 + index),
      // 14 is not mirrored; of the last row nobody knows whose it is.
      customerId: index === 229 ? null : pick(["11", "12", "14"], index),
      name: pick(["Office 365 E3", "Exchange 100%_x", "plan 9", "Plan 10", "Élan"], index),
      ...pick(
        [
          { providerId: "1", providerName: "Microsoft" },
          { providerId: "2", providerName: "Élastic" },
          { providerId: null, providerName: null },
        ],
        Math.floor(index / 2),
      ),
      seats: pick([null, 5, 1, 25], index),
      status: pick(["ACTIVE", "CANCELLED", "CANCELED", "ERROR", "PAUSED", null, "EXPIRED"], index),
      state: pick(["active", "ended"] as const, index),
      unitPrice: pick([null, { amount: "9.9", currency: "USD" }, { amount: "100", currency: "CHF" }], index),
      term: pick([null, { count: 1, unit: "year" }, { count: 12, unit: "month" }] as const, index),
      billingType: pick(["license", "usage", null], index),
      autoRenew: pick([true, false, null], Math.floor(index / 3)),
      startsAt: index % 4 === 0 ? null : day(index),
      renewsAt: index % 3 === 0 ? null : day(index * 7),
      endsAt: index % 6 === 0 ? "9999-12-31T00:00:00.000Z" : index % 5 === 0 ? null : day(index * 3),
      updatedAt: index % 2 === 0 ? null : day(index),
    })),
  );
  shown = stored.flatMap(({ customerId, ...row }) =>
    customerId === null ? [] : [{ ...row, customerId, customerName: NAMES.get(customerId) ?? null }],
  );
});

const ask = (query: Record<string, string> = {}, actor = owner) =>
  actingAs(actor, () => listSubscriptions(subscriptionListQuerySchema.parse(query)));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

async function readAll(query: Record<string, string>, actor = owner): Promise<SubscriptionRow[]> {
  const found: SubscriptionRow[] = [];
  let cursor: string | null = null;
  do {
    const page: SubscriptionListPage = await ask({ ...query, ...(cursor ? { cursor } : {}) }, actor);
    found.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** When it renews or ends, as the list shows it. */
function dueAt({ autoRenew, state, renewsAt, endsAt }: SubscriptionRow): string | null {
  const at = (autoRenew !== false && state !== "ended" ? renewsAt : null) ?? endsAt;
  return at?.startsWith("9999") ? null : at;
}

describe("pages", () => {
  test.each(SUBSCRIPTION_LIST_SORTS)(
    "by %s: each row exactly once, in the order of one long page",
    async (sort) => {
      const paged = ids(await readAll({ sort, limit: "11" }));
      expect(paged).toEqual(ids((await ask({ sort, limit: "500" })).rows));
      expect(paged.toSorted()).toEqual(ids(shown).toSorted());
    },
  );

  test("a row is told as it was mirrored, with its customer's name", async () => {
    const all = new Map((await readAll({ limit: "500" })).map((row) => [row.id, row]));
    for (const row of shown) expect(all.get(row.id)).toEqual(row);
  });

  test("renewals go by the day that is shown, and what never ends comes last", async () => {
    const due = (await readAll({ sort: "renewal", limit: "500" })).map(dueAt);
    const dated = due.filter((at) => at !== null);
    expect(dated).toEqual(dated.toSorted());
    expect(due.slice(dated.length).every((at) => at === null)).toBe(true);
  });

  test("vendors go without accents, unknown ones last; twelve months are as long as a year", async () => {
    const vendors = (await readAll({ sort: "vendor", limit: "500" })).map(({ providerName }) => providerName);
    expect([...new Set(vendors)]).toEqual(["Élastic", "Microsoft", null]);
    const terms = (await readAll({ sort: "-term", limit: "500" })).map(({ term }) => term === null);
    expect(terms).toEqual(terms.toSorted());
  });
});

function naive(query: SubscriptionListQuery, visible: readonly SubscriptionRow[]): SubscriptionRow[] {
  const words = foldedWords(query.q);
  return visible.filter((row) => {
    const due = dueAt(row);
    return (
      (!query.status || query.status.includes(statusFilterOf(row.status))) &&
      (!query.provider || (row.providerId !== null && query.provider.includes(row.providerId))) &&
      (!query.customer || query.customer.includes(row.customerId)) &&
      (!query.billing || (row.billingType !== null && query.billing.includes(row.billingType))) &&
      (!query.renew || row.autoRenew === (query.renew === "yes")) &&
      (!query.from || (due !== null && due >= query.from)) &&
      (!query.to || (due !== null && due.slice(0, 10) <= query.to)) &&
      (!query.ids || query.ids.includes(row.id)) &&
      (query.q === row.id ||
        words.every(
          (word) =>
            foldedWords(`${row.id} ${row.name}`).join(" ").includes(word) ||
            (row.customerName !== null &&
              foldedWords(`${row.customerName} ${row.customerId}`).join(" ").includes(word)),
        ))
    );
  });
}

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 }).map(String);
const question = fc.record(
  {
    q: fc.oneof(
      fc.constantFrom("office contoso", "100%", "_", "plan birnen", "2", "1004", "elan apfel"),
      fc.string({ maxLength: 3 }),
    ),
    status: some(SUBSCRIPTION_STATUS_FILTERS),
    provider: some(["1", "2", "9"]),
    billing: some(["license", "usage"]),
    renew: fc.constantFrom("yes", "no", "maybe"),
    customer: some(["11", "14"]),
    from: fc.constantFrom("2026-03-04", "2026-03-12", "soon"),
    to: fc.constantFrom("2026-03-12", "2026-03-20"),
    ids: fc.subarray(["1", "2", "1010", "1011"]).map(String),
  },
  { requiredKeys: [] },
);

describe("filters and counts", () => {
  test("are those of a look at each row, for everybody", async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.boolean(), async (asked, isSales) => {
        const actor = isSales ? sales : owner;
        const visible = shown.filter(
          ({ customerId }) => actor.customerIds === "all" || actor.customerIds.has(customerId),
        );
        const query = subscriptionListQuerySchema.parse({ ...asked, limit: "500" });
        const page = await actingAs(actor, () => listSubscriptions(query));
        const expected = naive(query, visible);
        expect(ids(page.rows).toSorted()).toEqual(ids(expected).toSorted());
        expect(page.total).toBe(expected.length);
        expect(page.unfilteredTotal).toBe(visible.length);
        const anyStatus = naive({ ...query, status: undefined }, visible);
        for (const { value, count } of page.facets?.status ?? []) {
          const has = anyStatus.filter(({ status }) => statusFilterOf(status) === value);
          expect([value, count]).toEqual([value, has.length]);
        }
        const anyProvider = naive({ ...query, provider: undefined }, visible);
        for (const { value, count } of page.facets?.provider ?? []) {
          expect(count).toBe(anyProvider.filter(({ providerId }) => providerId === value).length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("people", () => {
  test("sales see the subscriptions of their customers only, whatever they ask for", async () => {
    const all = await readAll({}, sales);
    expect(new Set(all.map(({ customerId }) => customerId))).toEqual(new Set(["11", "14"]));
    await expect(ask({ customer: "12" }, sales)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a customer's own list counts that customer's; another's is not found", async () => {
    const query = subscriptionListQuerySchema.parse({ status: "active" });
    const page = await actingAs(sales, () => listCustomerSubscriptions("11", query));
    expect(page.unfilteredTotal).toBe(shown.filter(({ customerId }) => customerId === "11").length);
    await expect(actingAs(sales, () => listCustomerSubscriptions("12", query))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
