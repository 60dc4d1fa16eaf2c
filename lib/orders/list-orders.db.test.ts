import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { mirrorTestCustomers } from "@/lib/customers/testing/mirrored-customers";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { foldedWords } from "@/lib/fold";
import { listCustomerOrders } from "./list-customer-orders";
import { listOrders } from "./list-orders";
import type { OrderListPage } from "./order-list-page";
import { ORDER_LIST_SORTS, ORDER_PHASE_FILTERS, type OrderListQuery } from "./order-list-query";
import { orderListQuerySchema } from "./order-list-schema";
import type { OrderRow } from "./order-schemas";
import { ORDER_STATES, readOrderStatus, type StatusSource, TAKING_LONG_AFTER_MS } from "./order-status";
import { type StoredOrderRow, toOrderRowAt } from "./stored-order-row";
import { mirrorTestOrders, type TestOrder } from "./testing/mirrored-orders";

const NOW = Date.parse("2026-05-05T12:00:00.000Z");
const EARLY = new Date(NOW - TAKING_LONG_AFTER_MS).toISOString();
const LATE = new Date(NOW - TAKING_LONG_AFTER_MS - 1).toISOString();
const NAMES = new Map([
  ["11", "Contoso"],
  ["12", "Äpfel & Birnen"],
  ["13", "contoso"],
]);

let owner: Actor;
let sales: Actor;
let stored: StoredOrderRow[];
let sources: StatusSource[];
/** What the list has to show, made without SQL. */
let shown: OrderRow[];

const pick = <Value>(values: readonly Value[], index: number) => values[index % values.length] as Value;

/** Every combination of what an order's status is read from. */
function everySource(): StatusSource[] {
  const words = [null, "NEW", "ON_HOLD", "CONFIRMED", "IN_PROGRESS", "WQM"];
  const notes = [undefined, "Credit check"];
  const items = ORDER_STATES.flatMap((state) =>
    notes.map((additionalInformation) => [{ state, status: "X", additionalInformation }]),
  );
  const made: StatusSource[] = [];
  for (const state of ORDER_STATES)
    for (const status of words)
      for (const each of [[], ...items])
        for (const createdAt of [null, EARLY, LATE])
          for (const scheduledAt of [null, new Date(NOW + 60_000).toISOString()])
            made.push({ state, status, items: each, createdAt, scheduledAt, updatedAt: null });
  return made;
}

beforeAll(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  const account = await makeAccount();
  owner = await makePerson(account.id, "owner");
  sales = await makePerson(account.id, "sales", ["11", "14"]);
  await mirrorTestCustomers(
    account.id,
    [...NAMES].map(([id, organization]) => ({ id, organization, domain: `d${id}.example` })),
  );
  sources = everySource();
  const orders = sources.map(
    (source, index): TestOrder => ({
      id: String(index < 3 ? index + 1 : 1000 + index),
      // 14 is not mirrored.
      customerId: pick(["11", "12", "13", "14"], index),
      title: pick([null, "Office 365 E3", "Exchange 100%_x", "plan 9", "Plan 10"], index),
      seats: pick([null, 5, 1, 25], index),
      totals: pick([[], [{ amount: "9.90", currency: "USD" }], [{ amount: "100", currency: "CHF" }]], index),
      kind: pick(["new", "change"] as const, index),
      createdAt: source.createdAt,
      updatedAt: index % 3 === 0 ? null : new Date(NOW - index * 1000).toISOString(),
      source,
    }),
  );
  const other = await makeAccount();
  await mirrorTestOrders(other.id, [{ id: "1", customerId: "11" }]);
  stored = await mirrorTestOrders(account.id, orders);
  shown = stored.map((row) => toOrderRowAt(row, NAMES.get(row.customerId) ?? null, NOW));
});

const ask = (query: Record<string, string> = {}, actor = owner) =>
  actingAs(actor, () => listOrders(orderListQuerySchema.parse(query)));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

async function readAll(query: Record<string, string>, actor = owner): Promise<OrderRow[]> {
  const found: OrderRow[] = [];
  let cursor: string | null = null;
  do {
    const page: OrderListPage = await ask({ ...query, ...(cursor ? { cursor } : {}) }, actor);
    found.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

describe("the phase in SQL", () => {
  test("is that of readOrderStatus for every combination, early and late", async () => {
    expect(new Set(shown.map(({ status }) => status.phase)).size).toBe(10);
    for (const phase of ORDER_PHASE_FILTERS) {
      const found = await readAll({ phase, limit: "500" });
      const expected = sources.flatMap((source, index) => {
        const status = readOrderStatus({ ...source, updatedAt: shown[index]?.updatedAt ?? null }, NOW);
        return status.phase === phase || (phase === "attention" && status.attention)
          ? [shown[index]?.id]
          : [];
      });
      expect([phase, ids(found).toSorted()]).toEqual([phase, expected.toSorted()]);
    }
  });

  test("changes with the clock, in rows and counts, though nothing was written", async () => {
    const early = await ask({ phase: "takingLong" });
    vi.setSystemTime(NOW + 1);
    const late = await ask({ phase: "takingLong" });
    vi.setSystemTime(NOW);
    const moved = shown.filter(
      ({ status, createdAt }, index) =>
        ["new", "confirmed", "running"].includes(status.phase) &&
        createdAt === EARLY &&
        !sources[index]?.scheduledAt,
    );
    expect(moved.length).toBeGreaterThan(0);
    expect((late.total ?? 0) - (early.total ?? 0)).toBe(moved.length);
  });
});

describe("pages", () => {
  test.each(ORDER_LIST_SORTS)("by %s: each row exactly once, in the order of longer pages", async (sort) => {
    const paged = ids(await readAll({ sort, limit: "97" }));
    expect(paged).toEqual(ids(await readAll({ sort, limit: "500" })));
    expect(new Set(paged).size).toBe(stored.length);
    expect(paged.length).toBe(stored.length);
  });

  test("by customer: names as people sort them, and unknown customers last both ways", async () => {
    const order = async (sort: string) => [
      ...new Set((await readAll({ sort, limit: "400" })).map(({ customerId }) => customerId)),
    ];
    expect(await order("customer")).toEqual(["12", "11", "13", "14"]);
    expect(await order("-customer")).toEqual(["13", "11", "12", "14"]);
  });

  test("by total: each currency by itself, unknown totals at the end of a falling order", async () => {
    const totals = (await readAll({ sort: "-total", limit: "500" })).map(({ totals }) => totals[0]?.currency);
    expect([...new Set(totals)]).toEqual(["USD", "CHF", undefined]);
  });

  test("a row is told as it was mirrored, with its customer's name", async () => {
    const all = new Map((await readAll({ limit: "500" })).map((row) => [row.id, row]));
    for (const row of shown) expect(all.get(row.id)).toEqual(row);
  });

  test("an id given whole comes first", async () => {
    expect(ids((await ask({ q: "2" })).rows)[0]).toBe("2");
    const all = ids(await readAll({ q: "2", limit: "50" }));
    expect(new Set(all).size).toBe(all.length);
  });
});

function naive(query: OrderListQuery, visible: readonly OrderRow[]): OrderRow[] {
  const words = foldedWords(query.q);
  const customerText = (id: string) => {
    const name = NAMES.get(id);
    return name === undefined ? "" : foldedWords(`${name} d${id}.example ${id}`).join(" ");
  };
  return visible.filter(
    (row) =>
      (!query.phase ||
        query.phase.some((each) =>
          each === "attention" ? row.status.attention : row.status.phase === each,
        )) &&
      (!query.state || query.state.includes(row.status.state)) &&
      (!query.kind || query.kind.includes(row.kind)) &&
      (!query.customer || query.customer.includes(row.customerId)) &&
      (!query.from || (row.createdAt !== null && row.createdAt >= query.from)) &&
      (!query.to || (row.createdAt !== null && row.createdAt <= query.to)) &&
      (!query.ids || query.ids.includes(row.id)) &&
      (query.q === row.id ||
        words.every(
          (word) =>
            foldedWords(`${row.id} ${row.title ?? ""}`)
              .join(" ")
              .includes(word) || customerText(row.customerId).includes(word),
        )),
  );
}

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 }).map(String);
const question = fc.record(
  {
    q: fc.oneof(
      fc.constantFrom("office contoso", "exchange 100%", "_", "plan birnen", "2", "1004", "d13.example", "%"),
      fc.string({ maxLength: 3 }),
    ),
    phase: some(ORDER_PHASE_FILTERS),
    state: some(ORDER_STATES),
    kind: some(["new", "change", "bogus"]),
    customer: some(["11", "14"]),
    from: fc.constantFrom(EARLY, LATE, "not a day"),
    to: fc.constantFrom(EARLY, LATE),
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
        const query = orderListQuerySchema.parse({ ...asked, limit: "500" });
        const page = await actingAs(actor, () => listOrders(query));
        const expected = naive(query, visible);
        expect(page.total).toBe(expected.length);
        if (expected.length <= 500) expect(ids(page.rows).toSorted()).toEqual(ids(expected).toSorted());
        expect(page.unfilteredTotal).toBe(visible.length);
        const others = naive({ ...query, phase: undefined }, visible);
        for (const { value, count } of page.facets?.phase ?? []) {
          const has = others.filter(({ status }) =>
            value === "attention" ? status.attention : status.phase === value,
          );
          expect([value, count]).toEqual([value, has.length]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(["%", "_", "\\", "'; drop table mirror_orders; --", '"', "🎉", "\u0000", "x".repeat(5000)])(
    "text of any kind is only text: %#",
    async (q) => {
      await ask({ q });
      expect((await ask()).total).toBe(stored.length);
    },
  );
});

describe("people", () => {
  test("sales see the orders of their customers only, whatever they ask for", async () => {
    const all = await readAll({ limit: "500" }, sales);
    expect(new Set(all.map(({ customerId }) => customerId))).toEqual(new Set(["11", "14"]));
    for (const id of ["12", "11,12"]) {
      await expect(ask({ customer: id }, sales)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const theirs = await ask({ ids: ids(shown).slice(0, 400).join(","), limit: "500" }, sales);
    expect(theirs.rows.every(({ customerId }) => ["11", "14"].includes(customerId))).toBe(true);
  });

  test("a customer's own list counts that customer's orders; another's is not found", async () => {
    const query = orderListQuerySchema.parse({ customer: "12", phase: "failed" });
    const page = await actingAs(sales, () => listCustomerOrders("11", query));
    expect(page.unfilteredTotal).toBe(shown.filter(({ customerId }) => customerId === "11").length);
    expect(page.rows.every(({ customerId }) => customerId === "11")).toBe(true);
    await expect(actingAs(sales, () => listCustomerOrders("12", query))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
