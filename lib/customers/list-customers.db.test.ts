import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { foldedWords } from "@/lib/fold";
import type { CustomerListPage } from "./customer-list-page";
import { CUSTOMER_LIST_SORTS, type CustomerListQuery } from "./customer-list-query";
import { customerListQuerySchema } from "./customer-list-schema";
import { listCustomers } from "./list-customers";
import type { CustomerRow } from "./schemas";
import { mirrorTestCustomers } from "./testing/mirrored-customers";

let accountId: string;
let owner: Actor;
let sales: Actor;
let stranger: Actor;
let rows: CustomerRow[];

const COUNTRIES = ["FR", "CH", "US", "ch", null];
const NAMES = ["Élan", "elan", "Plan 9", "Plan 10", "100% Pure_Gold", 'O\'Hara "Quoted"', "emoji 🎉 shop"];
const pick = <Value>(values: readonly Value[], index: number) => values[index % values.length] as Value;

beforeAll(async () => {
  const account = await makeAccount();
  accountId = account.id;
  owner = await makePerson(accountId, "owner");
  sales = await makePerson(accountId, "sales", ["1005", "1006", "1017", "999999"]);
  const other = await makeAccount();
  stranger = await makePerson(other.id, "owner");
  rows = await mirrorTestCustomers(
    accountId,
    Array.from({ length: 120 }, (_, index) => ({
      id: String(index < 5 ? 5 + index : 1000 + index),
      organization: pick(NAMES, index),
      contactName: index % 3 === 0 ? null : pick(["Zoé", "Émile", "anna"], Math.floor(index / 3)),
      email: index % 4 === 0 ? null : `p${index % 10}@example.com`,
      domain: index % 2 === 0 ? null : "example.com",
      country: pick(COUNTRIES, index),
      status: pick(["active", "inactive", "unknown"] as const, index),
      createdAt: index % 5 === 0 ? null : new Date(Date.UTC(2026, 0, 1 + (index % 7))).toISOString(),
    })),
  );
  await mirrorTestCustomers(other.id, [{ id: "1003", organization: "Somebody else's" }]);
});

const ask = (query: Record<string, string> = {}, actor = owner) =>
  actingAs(actor, () => listCustomers(customerListQuerySchema.parse(query)));

async function readAll(query: Record<string, string>, actor = owner): Promise<CustomerRow[]> {
  const found: CustomerRow[] = [];
  let cursor: string | null = null;
  do {
    const page: CustomerListPage = await ask({ ...query, ...(cursor ? { cursor } : {}) }, actor);
    found.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("pages", () => {
  test.each(CUSTOMER_LIST_SORTS)(
    "by %s: each row exactly once, in the order of one long page",
    async (sort) => {
      const whole = await ask({ sort, limit: "500" });
      const paged = await readAll({ sort, limit: "7" });
      expect(ids(paged)).toEqual(ids(whole.rows));
      expect(new Set(ids(paged)).size).toBe(rows.length);
    },
  );

  test("a row is told as it was mirrored", async () => {
    const page = await ask({ limit: "500" });
    const byId = new Map(page.rows.map((row) => [row.id, row]));
    for (const row of rows) expect(byId.get(row.id)).toEqual(row);
  });

  test("names go without case and accents, numbers as people count, what is empty comes last", async () => {
    const names = (await readAll({ sort: "name" })).map(({ organization }) => organization);
    expect([...new Set(names)].filter((name) => name.startsWith("Plan"))).toEqual(["Plan 9", "Plan 10"]);
    const contacts = (await readAll({ sort: "contact" })).map(({ contactName }) => contactName);
    expect([...new Set(contacts)]).toEqual(["anna", "Émile", "Zoé", null]);
    const created = (await readAll({ sort: "-created" })).map(({ createdAt }) => createdAt);
    expect(created.at(-1)).toBeNull();
    const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
    const countries = (await readAll({ sort: "country" })).map(({ country }) => country?.toUpperCase());
    const known = countries.filter((code) => code !== undefined && /^(FR|CH|US)$/.test(code));
    const named = known.map((code) => english.of(code ?? "") ?? "");
    expect(named).toEqual([...named].sort((one, other) => one.localeCompare(other, "en")));
    expect(new Set(named).size).toBeGreaterThan(1);
    expect(ids(await readAll({ sort: "id" })).slice(0, 6)).toEqual(["5", "6", "7", "8", "9", "1005"]);
  });

  test("rows that come while somebody turns pages neither repeat nor hide others", async () => {
    const { id } = await makeAccount();
    const reader = await makePerson(id, "owner");
    const first = await mirrorTestCustomers(
      id,
      Array.from({ length: 20 }, (_, index) => ({ id: String(100 + index), organization: `m ${index}` })),
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    let added = 0;
    do {
      const page: CustomerListPage = await ask({ limit: "3", ...(cursor ? { cursor } : {}) }, reader);
      seen.push(...ids(page.rows));
      cursor = page.nextCursor;
      added += 1;
      await mirrorTestCustomers(id, [
        { id: String(500 + added), organization: "a before all" },
        { id: String(600 + added), organization: "m 5" },
      ]);
    } while (cursor !== null);
    expect(seen.filter((each) => ids(first).includes(each)).toSorted()).toEqual(ids(first));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("only the first page counts", async () => {
    const first = await ask({ limit: "50" });
    expect(first).toMatchObject({ total: rows.length, unfilteredTotal: rows.length });
    const second = await ask({ limit: "50", cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ total: null, unfilteredTotal: null, facets: null });
  });

  test.each(["nonsense", "a.b", "WyJhIiwiYiJd.AAAAAAAAAAAAAAAAAAAAAA", "", "💥", `x.${"y".repeat(5000)}`])(
    "a cursor that was tampered with is refused: %#",
    async (cursor) => {
      await expect(ask({ cursor })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        fieldErrors: { cursor: expect.anything() },
      });
    },
  );

  test("a cursor is good for no other account, order or key", async () => {
    const { nextCursor } = await ask({ limit: "5" });
    const cursor = nextCursor ?? "";
    await expect(ask({ cursor }, stranger)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(ask({ cursor, sort: "email" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const [key, seal] = cursor.split(".");
    const forged = `${Buffer.from('["zzz","1"]').toString("base64url")}.${seal}`;
    await expect(ask({ cursor: forged })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(key).not.toBe("");
  });
});

/** The same question answered by looking at each row. */
function naive(query: CustomerListQuery, visible: readonly CustomerRow[]): CustomerRow[] {
  const words = foldedWords(query.q);
  return visible.filter(
    (row) =>
      (!query.status || query.status.includes(row.status)) &&
      (!query.country || (row.country !== null && query.country.includes(row.country.toUpperCase()))) &&
      (!query.ids || query.ids.includes(row.id)) &&
      (query.q === row.id ||
        words.every((word) =>
          foldedWords([row.organization, row.contactName, row.email, row.domain, row.id].join(" "))
            .join(" ")
            .includes(word),
        )),
  );
}

const question = fc.record(
  {
    q: fc.oneof(
      fc.constantFrom("elan", "plan 1", "example.com", "100%", "_", "%", "1005", "5", "O'Hara", "🎉"),
      fc.string({ maxLength: 3 }),
    ),
    status: fc.subarray(["active", "inactive", "unknown", "bogus"], { minLength: 1 }).map(String),
    country: fc.subarray(["FR", "ch", "US", "XX", "1"], { minLength: 1 }).map(String),
    ids: fc.subarray(["1005", "1006", "1009", "4242"]).map(String),
  },
  { requiredKeys: [] },
);

describe("filters and counts", () => {
  test("are those of a look at each row, for everybody", async () => {
    await fc.assert(
      fc.asyncProperty(question, fc.boolean(), async (asked, isSales) => {
        const actor = isSales ? sales : owner;
        const visible = rows.filter(({ id }) => actor.customerIds === "all" || actor.customerIds.has(id));
        const query = customerListQuerySchema.parse({ ...asked, limit: "500" });
        const page = await actingAs(actor, () => listCustomers(query));
        const expected = naive(query, visible);
        expect(ids(page.rows).toSorted()).toEqual(ids(expected).toSorted());
        expect(page.total).toBe(expected.length);
        expect(page.unfilteredTotal).toBe(visible.length);
        const withoutStatus = naive({ ...query, status: undefined }, visible);
        for (const { value, count } of page.facets?.status ?? []) {
          expect([value, count]).toEqual([
            value,
            withoutStatus.filter(({ status }) => status === value).length,
          ]);
        }
        const withoutCountry = naive({ ...query, country: undefined }, visible);
        const countries = new Set(withoutCountry.flatMap(({ country }) => country?.toUpperCase() ?? []));
        expect(new Set(page.facets?.country.map(({ value }) => value))).toEqual(countries);
        for (const { value, count } of page.facets?.country ?? []) {
          expect(count).toBe(withoutCountry.filter(({ country }) => country?.toUpperCase() === value).length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("an id given whole comes first, and once", async () => {
    expect(ids(await readAll({ q: "5", limit: "4" }))[0]).toBe("5");
    expect(ids((await ask({ q: "5", limit: "1" })).rows)[0]).toBe("5");
    const all = ids(await readAll({ q: "5", limit: "4" }));
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe((await ask({ q: "5" })).total);
  });

  test("a selection of nothing sensible is nothing", async () => {
    expect(await ask({ ids: "abc" })).toMatchObject({ rows: [], total: 0 });
  });

  test.each([
    "%",
    "_",
    "\\",
    "'; drop table mirror_customers; --",
    '"',
    "🎉",
    "\u0000a",
    ".*",
    "x".repeat(5000),
  ])("text of any kind is only text: %#", async (q) => {
    const page = await ask({ q });
    for (const row of page.rows) expect(`${row.organization}${row.email}`).toMatch(/[%_🎉"]|a/u);
    expect((await ask()).total).toBe(rows.length);
  });
});

describe("people", () => {
  test("sales see their customers only, in rows and counts", async () => {
    const page = await ask({ limit: "500" }, sales);
    expect(ids(page.rows).toSorted()).toEqual(["1005", "1006", "1017"]);
    expect(page).toMatchObject({ total: page.rows.length, unfilteredTotal: page.rows.length });
  });

  test("another account's customers are not there, even under the same id", async () => {
    expect((await ask({ q: "1003" }, stranger)).rows).toMatchObject([{ organization: "Somebody else's" }]);
    expect((await ask({}, stranger)).total).toBe(1);
  });
});
