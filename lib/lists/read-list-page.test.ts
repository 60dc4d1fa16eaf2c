import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { readListPage } from "./read-list-page";

const HOUR_MS = 3_600_000;
let account = 0;
let actor: Actor;
let until: number | null;
const rows = vi.fn();
const count = vi.fn();

beforeEach(() => {
  // What is kept outlives a test; an account of its own does not share it.
  account += 1;
  actor = { accountId: `account-${account}`, customerIds: "all" } as Actor;
  until = null;
  rows.mockReset().mockImplementation(async () => ({ rows: [rows.mock.calls.length], nextCursor: "next" }));
  count.mockReset().mockImplementation(async () => ({ answer: { total: 7 }, until }));
});

type Asked = {
  versions?: readonly (number | null)[];
  by?: Actor;
  sort?: string;
  limit?: number;
  cursor?: string;
  q?: string;
};
const ask = ({ versions = [1, 1], by = actor, sort = "name", limit = 50, cursor, q }: Asked = {}) => {
  const question = { sort, limit, cursor, q };
  return readListPage(by, { of: "orders", versions, question }, async () => ({ rows, count }));
};
const asked = () => [rows.mock.calls.length, count.mock.calls.length];

test("a first page has rows and counts, and is read once while nothing changes", async () => {
  const first = await ask();
  expect(first).toEqual({ rows: [1], nextCursor: "next", total: 7 });
  expect(await ask()).toEqual(first);
  expect(asked()).toEqual([1, 1]);
});

describe("it is read anew", () => {
  test.each([
    ["when its own rows changed", { versions: [2, 1] }],
    ["when the customers changed", { versions: [1, 2] }],
    ["for another search", { q: "contoso" }],
  ])("%s", async (_, change) => {
    await ask();
    expect(await ask(change)).toMatchObject({ rows: [2] });
    expect(asked()).toEqual([2, 2]);
  });

  test("for people who may see other customers, and not for those who may see the same", async () => {
    await ask();
    const theirs = (...customerIds: string[]) => ask({ by: { ...actor, customerIds: new Set(customerIds) } });
    expect(await theirs("1", "2")).toMatchObject({ rows: [2] });
    expect(await theirs("2", "1")).toMatchObject({ rows: [2] });
    expect(await theirs("1")).toMatchObject({ rows: [3] });
  });

  test("for another account", async () => {
    await ask();
    expect(await ask({ by: { ...actor, accountId: "another" } })).toMatchObject({ rows: [2] });
  });

  test("when time alone has made it wrong", async () => {
    until = Date.now() + HOUR_MS;
    await ask();
    expect(await ask()).toMatchObject({ rows: [1] });
    vi.useFakeTimers({ now: until });
    try {
      expect(await ask()).toMatchObject({ rows: [2] });
    } finally {
      vi.useRealTimers();
    }
  });

  test("each time before the mirrors have a version", async () => {
    await ask({ versions: [1, null] });
    await ask({ versions: [1, null] });
    expect(asked()).toEqual([2, 2]);
  });

  test("after it failed", async () => {
    rows.mockRejectedValueOnce(new Error("no database"));
    await expect(ask()).rejects.toThrow("no database");
    expect(await ask()).toMatchObject({ total: 7 });
  });
});

test("in another order or number of rows the counts are the same ones", async () => {
  await ask();
  await ask({ sort: "-name" });
  await ask({ limit: 20 });
  expect(asked()).toEqual([3, 1]);
});

test("a later page is read each time, and has no counts", async () => {
  const later = { nextCursor: "next", total: null, unfilteredTotal: null, facets: null };
  expect(await ask({ cursor: "next" })).toEqual({ rows: [1], ...later });
  expect(await ask({ cursor: "next" })).toEqual({ rows: [2], ...later });
  expect(count).not.toHaveBeenCalled();
});
