import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { isIonError } from "@/lib/ion/errors";
import { syncAll } from "@/lib/jobs/testing/sync-all";
import { assignCustomer } from "./assign-customer";
import { chooseCustomer, getChosenCustomer } from "./chosen-customer";
import { createCustomer } from "./create-customer";
import { customerListQuerySchema } from "./customer-list-schema";
import { customerNames } from "./customer-names";
import { toCustomerValues } from "./customer-values";
import { findCustomers } from "./find-customers";
import { getCustomer } from "./get-customer";
import { listCloudProfiles } from "./list-cloud-profiles";
import { listCustomers } from "./list-customers";
import { listAssignedPeople, listSalesPeople } from "./list-sales-people";
import { requireCustomer } from "./require-customer";
import { type CustomersPortal, filledForm, SEEDED, startCustomersPortal } from "./testing/customers-portal";
import { updateCustomer } from "./update-customer";

const cookieJar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (cookieJar.has(name) ? { value: cookieJar.get(name) } : undefined),
    set: (name: string, value: string) => cookieJar.set(name, value),
    delete: (name: string) => cookieJar.delete(name),
  }),
}));

let portal: CustomersPortal;
/** Looks after one customer of the seed; after another; after none. */
let sales: Actor;
let otherSales: Actor;
let newSales: Actor;
const customerId = SEEDED.one;

beforeAll(async () => {
  portal = await startCustomersPortal();
  sales = await portal.person("sales", [SEEDED.one]);
  otherSales = await portal.person("sales", [SEEDED.other]);
  newSales = await portal.person("sales");
  for (const { accountId } of [portal.owner, portal.stranger]) await syncAll(accountId, ["customers"]);
});
afterAll(() => portal.emulator.stop());

const query = (search: Record<string, string> = {}) => customerListQuerySchema.parse(search);
const codeOf = (error: unknown) =>
  error instanceof AppError ? error.code : isIonError(error) ? `ion ${error.kind}` : String(error);
const answerFor = (actor: Actor, run: () => Promise<unknown>) =>
  actingAs(actor, run).then(() => "allowed", codeOf);

const edit = async () => {
  const seen = toCustomerValues(await actingAs(portal.owner, () => getCustomer(customerId)));
  return { customerId, seen, values: { ...seen, title: "Chief" } };
};
const reads: [name: string, run: () => Promise<unknown>][] = [
  ["getCustomer", () => getCustomer(customerId)],
  ["requireCustomer", () => requireCustomer(customerId)],
  ["listCloudProfiles", () => listCloudProfiles(customerId)],
  ["chooseCustomer", () => chooseCustomer(customerId)],
];
const writes: [name: string, run: () => Promise<unknown>][] = [
  ["updateCustomer", async () => updateCustomer(await edit())],
  ["assignCustomer", () => assignCustomer(customerId, [])],
  ["listAssignedPeople", () => listAssignedPeople(customerId)],
];

describe("one customer", () => {
  test.each(reads)("%s: everybody of the account who may see it", async (_name, run) => {
    for (const actor of [portal.owner, portal.admin, sales])
      expect(await answerFor(actor, run)).toBe("allowed");
  });

  test.each([...reads, ...writes])("%s: not found for sales who do not look after it", async (_name, run) => {
    expect(await answerFor(otherSales, run)).toBe("NOT_FOUND");
    expect(await answerFor(newSales, run)).toBe("NOT_FOUND");
  });

  test.each(writes)("%s: refused for sales, who change no customer", async (_name, run) => {
    expect(await answerFor(sales, run)).toBe("FORBIDDEN");
  });

  test.each(writes)("%s: allowed for owner and admin", async (_name, run) => {
    for (const actor of [portal.owner, portal.admin]) expect(await answerFor(actor, run)).toBe("allowed");
  });

  test.each(reads.filter(([name]) => name !== "requireCustomer"))(
    "%s: not found for the other reseller's owner, and for an id that nobody has",
    async (_name, run) => {
      expect(await answerFor(portal.stranger, run)).toBe("NOT_FOUND");
    },
  );

  test("the other reseller's owner changes nothing", async () => {
    const input = await edit();
    expect(await answerFor(portal.stranger, () => updateCustomer(input))).toBe("NOT_FOUND");
    expect(await answerFor(portal.owner, () => getCustomer("999999"))).toBe("NOT_FOUND");
  });
});

describe("new customers", () => {
  const create = () => createCustomer({ values: filledForm(), salesPeople: [] });

  test("owner and admin create them, sales do not", async () => {
    expect(await answerFor(portal.owner, create)).toBe("allowed");
    expect(await answerFor(portal.admin, create)).toBe("allowed");
    expect(await answerFor(sales, create)).toBe("FORBIDDEN");
  });

  test("nobody of another account, and no owner, can be made to look after one", async () => {
    for (const stranger of [portal.stranger, portal.owner]) {
      const run = () => createCustomer({ values: filledForm(), salesPeople: [stranger.userId] });
      expect(await answerFor(portal.admin, run)).toBe("INVALID_INPUT");
      expect(await answerFor(portal.admin, () => assignCustomer(customerId, [stranger.userId]))).toBe(
        "INVALID_INPUT",
      );
    }
  });

  test("sales people are listed for those who assign them, and only the account's own", async () => {
    expect(await answerFor(sales, listSalesPeople)).toBe("FORBIDDEN");
    const ids = (await actingAs(portal.admin, listSalesPeople)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([sales.userId, otherSales.userId]));
    expect(ids).not.toContain(portal.owner.userId);
    expect(await actingAs(portal.stranger, listSalesPeople)).toEqual([]);
  });
});

describe("lists", () => {
  test("owner and admin get every customer of their account and none of another", async () => {
    const own = await actingAs(portal.owner, () => listCustomers(query({ limit: "200" })));
    const strangers = await actingAs(portal.stranger, () => listCustomers(query({ limit: "200" })));
    expect(own.total).toBeGreaterThanOrEqual(60);
    expect(strangers.total).toBeGreaterThan(0);
    const theirs = new Set(strangers.rows.map(({ id }) => id));
    expect(own.rows.filter(({ id }) => theirs.has(id))).toEqual([]);
  });

  test("sales get assigned customers only: rows, totals, countries, search, suggestions and names", async () => {
    const page = await actingAs(sales, () => listCustomers(query()));
    expect(page).toMatchObject({ total: 1, unfilteredTotal: 1, facets: { country: [{ count: 1 }] } });
    expect(page.rows.map(({ id }) => id)).toEqual([customerId]);
    const found = await actingAs(sales, () => listCustomers(query({ q: SEEDED.other })));
    expect(found).toMatchObject({ total: 0, rows: [] });
    expect(await actingAs(sales, () => findCustomers(SEEDED.other))).toEqual([]);
    expect((await actingAs(sales, () => findCustomers(""))).map(({ id }) => id)).toEqual([customerId]);
    expect([...(await actingAs(sales, customerNames)).keys()]).toEqual([customerId]);
    expect((await actingAs(newSales, () => listCustomers(query()))).total).toBe(0);
  });

  test("nothing of Ion's own object leaves the server", async () => {
    const page = await actingAs(portal.owner, () => listCustomers(query()));
    expect(Object.keys(page.rows[0] ?? {}).sort()).toEqual(
      ["contactName", "country", "createdAt", "domain", "email", "id", "organization", "status"].sort(),
    );
    const one = await actingAs(portal.owner, () => getCustomer(customerId));
    expect(JSON.stringify(one)).not.toContain("raw");
    expect(JSON.stringify(await actingAs(portal.owner, () => listCloudProfiles(customerId)))).not.toContain(
      "raw",
    );
  });
});

describe("the chosen customer", () => {
  test("is remembered, and forgotten for whoever may not see it", async () => {
    await actingAs(portal.owner, () => chooseCustomer(customerId));
    expect(await actingAs(sales, getChosenCustomer)).toMatchObject({ id: customerId, status: "active" });
    expect(await actingAs(otherSales, getChosenCustomer)).toBeNull();
    expect(await actingAs(portal.stranger, getChosenCustomer)).toBeNull();
  });

  test.each(["", "abc", "1; drop", "../1", "9".repeat(30)])(
    "a cookie that was tampered with is nobody: %s",
    async (text) => {
      cookieJar.set("customer", text);
      expect(await actingAs(portal.owner, getChosenCustomer)).toBeNull();
    },
  );

  test("a customer that Ion does not know is nobody", async () => {
    cookieJar.set("customer", "999999");
    expect(await actingAs(portal.owner, getChosenCustomer)).toBeNull();
  });
});
