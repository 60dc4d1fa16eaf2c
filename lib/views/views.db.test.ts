import { beforeAll, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { changeView } from "./change-view";
import { deleteView, restoreView } from "./delete-view";
import { listViews } from "./list-views";
import { pinView } from "./pin-view";
import { saveView } from "./save-view";
import { MAX_VIEWS, viewSchema } from "./schemas";
import { saveViewInput } from "./view-inputs";

vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

let owner: Actor;
let admin: Actor;
let sales: Actor;
let colleague: Actor;
let stranger: Actor;

beforeAll(async () => {
  const account = await makeAccount();
  owner = await makePerson(account.id, "owner");
  admin = await makePerson(account.id, "admin");
  sales = await makePerson(account.id, "sales");
  colleague = await makePerson(account.id, "sales");
  stranger = await makePerson((await makeAccount()).id, "owner");
});

let names = 0;
const save = (actor: Actor, given: Record<string, unknown> = {}) => {
  names += 1;
  const input = saveViewInput.parse({ list: "orders", name: `View ${names}`, search: {}, ...given });
  return actingAs(actor, () => saveView(input));
};
const seen = async (actor: Actor) => (await actingAs(actor, () => listViews("orders"))).map(({ id }) => id);
const code = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error) => error.code,
  );
const as = actingAs;

describe("what a view keeps", () => {
  test("is what the list knows, in the list's words", async () => {
    const view = await save(sales, {
      search: {
        phase: "failed,bogus,attention",
        customer: "12,abc",
        sort: "-total",
        q: "  office ",
        cursor: "x.y",
        limit: "500",
        ids: "1,2",
        evil: "<script>",
        from: "not a day",
      },
      columns: ["order", "order", "status", "bogus"],
    });
    expect(view.search).toEqual({ phase: "failed,attention", customer: "12", sort: "-total", q: "office" });
    expect(view.columns).toEqual(["order", "status"]);
    expect(viewSchema.parse(view)).toEqual(view);
    const [again] = (await as(sales, () => listViews())).filter(({ id }) => id === view.id);
    expect(again).toEqual(view);
  });

  test.each([
    [
      "customers",
      { country: "FR,x", status: "active", sort: "name", phase: "failed" },
      { country: "FR", status: "active" },
    ],
    ["subscriptions", { renew: "yes", to: "2026-12-31", status: "nope" }, { renew: "yes", to: "2026-12-31" }],
    [
      "catalog",
      { vendor: "IBM,Sophos", shown: "100", open: "a", sort: "price", x: "1" },
      { vendor: "IBM,Sophos", sort: "price" },
    ],
  ])("of %s as well", async (list, search, kept) => {
    expect((await save(sales, { list, search })).search).toEqual(kept);
  });
});

describe("who sees and changes a view", () => {
  test("a personal one: only who made it", async () => {
    const { id } = await save(sales);
    expect(await seen(sales)).toContain(id);
    for (const other of [owner, admin, colleague, stranger]) {
      expect(await seen(other)).not.toContain(id);
      expect(await code(as(other, () => changeView({ viewId: id, name: "mine now" })))).toBe("NOT_FOUND");
      expect(await code(as(other, () => pinView({ viewId: id, pinned: true })))).toBe("NOT_FOUND");
      expect(await code(as(other, () => deleteView(id)))).toBe("NOT_FOUND");
    }
  });

  test("the team's: everybody of the account sees it, owners and admins change it", async () => {
    const { id } = await save(admin, { shared: true });
    const [view] = (await as(sales, () => listViews())).filter((each) => each.id === id);
    expect(view).toMatchObject({ mine: false, mayChange: false, shared: true, by: admin.name });
    expect(await seen(stranger)).not.toContain(id);
    const changes: (() => Promise<unknown>)[] = [
      () => changeView({ viewId: id, name: "mine now" }),
      () => pinView({ viewId: id, pinned: true }),
      () => deleteView(id),
    ];
    for (const run of changes) {
      expect(await code(as(sales, run))).toBe("FORBIDDEN");
      expect(await code(as(stranger, run))).toBe("NOT_FOUND");
    }
    expect(await as(owner, () => changeView({ viewId: id, name: "Renamed" }))).toMatchObject({
      name: "Renamed",
      mine: false,
    });
    await as(owner, () => pinView({ viewId: id, pinned: true }));
    const [pinned] = await as(sales, () => listViews("orders"));
    expect(pinned).toMatchObject({ id, pinned: true });
  });

  test("sales share nothing", async () => {
    expect(await code(save(sales, { shared: true }))).toBe("FORBIDDEN");
    const { id } = await save(sales);
    expect(await code(as(sales, () => changeView({ viewId: id, shared: true })))).toBe("FORBIDDEN");
    expect(await seen(colleague)).not.toContain(id);
  });
});

describe("names, order and number", () => {
  test("a name is given once a list and person, in any case; the error is at its field", async () => {
    await save(owner, { name: "Due soon" });
    await expect(save(owner, { name: "DUE soon" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fieldErrors: { name: [expect.any(String)] },
    });
    await save(owner, { name: "Due soon", list: "customers" });
    await save(admin, { name: "Due soon" });
    const other = await save(owner);
    await expect(as(owner, () => changeView({ viewId: other.id, name: "due soon" }))).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("pinned ones come first, in the order in which they were pinned", async () => {
    const person = await makePerson(owner.accountId, "sales");
    const [a, b, c] = [await save(person), await save(person), await save(person)];
    await as(person, () => pinView({ viewId: c.id, pinned: true }));
    await as(person, () => pinView({ viewId: a.id, pinned: true }));
    const mine = (await as(person, () => listViews("orders"))).filter((view) => view.mine);
    expect(mine.map(({ id }) => id)).toEqual([c.id, a.id, b.id]);
    expect(await as(person, () => pinView({ viewId: c.id, pinned: false }))).toMatchObject({ pinned: false });
  });

  test("a person keeps fifty; two at once do not make it fifty-one", async () => {
    const person = await makePerson(owner.accountId, "sales");
    for (let at = 0; at < MAX_VIEWS - 1; at += 1) await save(person);
    const both = await Promise.all([code(save(person)), code(save(person))]);
    expect(both.toSorted()).toEqual(["VIEW_LIMIT", "done"]);
  });
});

describe("deleting", () => {
  test("can be taken back, as it was, until the name is given again", async () => {
    const view = await save(sales, { pinned: true, search: { phase: "failed" } });
    await as(sales, () => deleteView(view.id));
    expect(await seen(sales)).not.toContain(view.id);
    expect(await code(as(sales, () => deleteView(view.id)))).toBe("NOT_FOUND");
    expect(await code(as(sales, () => changeView({ viewId: view.id, name: "x" })))).toBe("NOT_FOUND");
    expect(await as(sales, () => restoreView(view.id))).toEqual(view);
    await as(sales, () => deleteView(view.id));
    await save(sales, { name: view.name });
    expect(await code(as(sales, () => restoreView(view.id)))).toBe("INVALID_INPUT");
    expect(await code(as(colleague, () => restoreView(view.id)))).toBe("NOT_FOUND");
  });

  test("is on record, as is every other change", async () => {
    const view = await save(owner);
    await as(owner, () => deleteView(view.id));
    const db = await getDb();
    const entries = (await db.select().from(auditLog)).filter(
      ({ resource }) => resource === `views/${view.id}`,
    );
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ["views:save", "done"],
      ["views:delete", "done"],
    ]);
  });
});
