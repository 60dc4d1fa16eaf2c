import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { mirrorTestCustomers } from "@/lib/customers/testing/mirrored-customers";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { DEFAULT_LIMIT } from "@/lib/lists/list-params";
import type { AuditRow } from "./audit-list-page";
import { auditListPageSchema } from "./audit-list-page";
import { auditListQuerySchema } from "./audit-list-schema";
import { loadAuditListSearch, toAuditListQuery } from "./audit-list-search";
import { exportAudit } from "./export-audit";
import { getAuditState } from "./get-audit-state";
import { findAuditEntry, listAudit, listAuditPeople } from "./list-audit";
import { recordAudit } from "./record";
import { requestAuditCheck } from "./request-check";
import { tamper } from "./testing/tamper";

vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

const COUNT = 1_234;
let owner: Actor;
let admin: Actor;
let sales: Actor;
let stranger: Actor;

beforeAll(async () => {
  const { id } = await makeAccount();
  owner = await makePerson(id, "owner");
  admin = await makePerson(id, "admin");
  sales = await makePerson(id, "sales", ["10"]);
  stranger = await makePerson((await makeAccount()).id, "owner");
  await mirrorTestCustomers(id, [{ id: "10", organization: "=Formula & Co" }]);
  const db = await getDb();
  await db.execute(sql`
    insert into audit_log (account_id, user_id, action, resource, outcome, ion_request_id, details)
    select ${id}::uuid, case when n % 2 = 0 then ${admin.userId}::uuid end,
      case when n % 3 = 0 then 'orders:place' else 'carts:create' end,
      case when n % 5 = 0 then '=cmd|A1' else 'customers/' || (10 + n % 4) || '/carts/' || n end,
      case when n % 100 = 0 then 'refused' else 'done' end,
      case when n % 100 = 0 then 'req-' || n end,
      jsonb_build_object('orderId', 'A' || n)
    from generate_series(1, ${COUNT}::integer) n`);
  // A day apart, so that days can be asked for: the chain is not what is tested here.
  await tamper(
    sql`update audit_log set at = timestamptz '2020-01-01T12:00:00Z' + sequence * interval '1 hour' where account_id = ${id}`,
  );
  await recordAudit(
    { accountId: stranger.accountId, userId: stranger.userId },
    { action: "orders:place", resource: "customers/10/carts/9", outcome: "done" },
  );
});

const list = (params: Record<string, string> = {}, actor = owner) =>
  actingAs(actor, () => listAudit(auditListQuerySchema.parse(params)));
const code = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error) => error.code,
  );

async function everything(params: Record<string, string>): Promise<AuditRow[]> {
  const rows: AuditRow[] = [];
  let cursor: string | null = null;
  do {
    const page = auditListPageSchema.parse(
      await list({ ...params, limit: "100", ...(cursor ? { cursor } : {}) }),
    );
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

describe("who may read the log", () => {
  test.each(["admin", "sales"] as const)("nobody but the owner: %s may not", async (role) => {
    const actor = role === "admin" ? admin : sales;
    const uses: (() => Promise<unknown>)[] = [
      () => listAudit(auditListQuerySchema.parse({})),
      () => exportAudit(auditListQuerySchema.parse({})),
      () => getAuditState(),
      () => requestAuditCheck(),
      () => findAuditEntry(1),
      () => listAuditPeople(),
    ];
    for (const use of uses) expect(await code(actingAs(actor, use))).toBe("FORBIDDEN");
  });

  test("an owner sees their own account's entries, also behind a cursor of another one's", async () => {
    const mine = await list({ limit: "1" }, stranger);
    expect(mine).toMatchObject({ total: 1, rows: [{ sequence: 1, resource: "customers/10/carts/9" }] });
    // The customer's name is known to the other account only.
    expect(mine.rows[0]?.customer).toEqual({ id: "10", name: null });
    const { nextCursor } = await list({ limit: "5" });
    expect(await code(list({ cursor: nextCursor ?? "" }, stranger))).toBe("INVALID_INPUT");
    expect(await code(list({ cursor: `${nextCursor}x` }))).toBe("INVALID_INPUT");
    expect((await list({ person: admin.userId }, stranger)).rows).toEqual([]);
    expect(await actingAs(stranger, () => findAuditEntry(2))).toBeNull();
    expect((await actingAs(stranger, listAuditPeople)).map(({ id }) => id)).toEqual([stranger.userId]);
  });
});

describe("the log", () => {
  test("has every entry once, newest first or oldest first, over many pages", async () => {
    const sequences = (await everything({})).map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: COUNT }, (_, index) => COUNT - index));
    expect((await everything({ sort: "at" })).map(({ sequence }) => sequence)).toEqual(sequences.reverse());
    expect(await list()).toMatchObject({ total: COUNT, isMore: false });
  });

  const matching = (test: (n: number) => boolean) =>
    Array.from({ length: COUNT }, (_, index) => COUNT - index).filter(test);
  const resourceOf = (n: number) => (n % 5 === 0 ? "=cmd|A1" : `customers/${10 + (n % 4)}/carts/${n}`);
  test.each([
    ["a person", () => ({ person: admin.userId }), (n: number) => n % 2 === 0],
    ["nobody", () => ({ person: "nobody" }), (n: number) => n % 2 === 1],
    ["either", () => ({ person: `nobody,${admin.userId}` }), () => true],
    ["an action", () => ({ action: "orders:place" }), (n: number) => n % 3 === 0],
    ["an outcome", () => ({ outcome: "refused" }), (n: number) => n % 100 === 0],
    [
      "several",
      () => ({ outcome: "refused,failed", action: "carts:create" }),
      (n: number) => n % 100 === 0 && n % 3 > 0,
    ],
    ["a customer", () => ({ customer: "12" }), (n: number) => n % 4 === 2 && n % 5 > 0],
    ["Ion's request", () => ({ q: "REQ-300" }), (n: number) => n === 300],
    ["an id in the details", () => ({ q: "a1200" }), (n: number) => n === 1200],
    [
      "a part of the resource",
      () => ({ q: "customers/11 carts/10" }),
      (n: number) => /^customers\/11\/carts\/10/.test(resourceOf(n)),
    ],
    [
      "what an id begins with",
      () => ({ q: "12" }),
      (n: number) => /\/12/.test(resourceOf(n)) || /^12.*00$/.test(String(n)),
    ],
    ["signs of LIKE", () => ({ q: "%_%" }), () => false],
    ["days", () => ({ from: "2020-01-03", to: "2020-01-04" }), (n: number) => n + 12 >= 48 && n + 12 < 96],
    ["places", () => ({ ids: "7,9,99999" }), (n: number) => n === 7 || n === 9],
  ])("is narrowed down by %s", async (_what, params, test) => {
    const expected = matching(test);
    expect((await everything(params())).map(({ sequence }) => sequence)).toEqual(expected);
    expect((await list(params())).total).toBe(expected.length);
  });

  test("says who, where and what in words that are known, and finds one by its place", async () => {
    const entry = await actingAs(owner, () => findAuditEntry(4));
    expect(entry).toMatchObject({
      sequence: 4,
      who: { id: admin.userId, name: admin.name },
      action: "carts:create",
      customer: { id: "10", name: "=Formula & Co" },
      details: { orderId: "A4" },
    });
    expect(entry?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await actingAs(owner, () => findAuditEntry(99_999))).toBeNull();
  });

  test("an address that makes no sense shows all of it", () => {
    const search = loadAuditListSearch({
      person: "x,nobody",
      action: "evil",
      from: "2026-02-30",
      entry: "12",
      sort: "who",
    });
    expect(toAuditListQuery(search)).toMatchObject({ person: ["nobody"], sort: "-at" });
    expect(toAuditListQuery(search)).not.toMatchObject({ action: expect.anything() });
    expect(search.entry).toBe(12);
    expect(auditListQuerySchema.parse({ person: "x", action: "evil", from: "no" })).toEqual({
      limit: DEFAULT_LIMIT,
      sort: "-at",
    });
  });
});

describe("the file", () => {
  test("has exactly the rows and columns that are shown, formulas disarmed, and is on record", async () => {
    const query = auditListQuerySchema.parse({ action: "orders:place", q: "a", outcome: "done" });
    const answer = await actingAs(owner, () =>
      exportAudit(query, ["sequence", "resource", "customer", "action"]),
    );
    const [header, ...lines] = (await answer.text()).trimEnd().split("\r\n");
    expect(header).toBe("columns.sequence,columns.resource,columns.customer,columns.action");
    const rows = await everything({ action: "orders:place", q: "a", outcome: "done" });
    const disarmed = (text: string) => (text.startsWith("=") ? `'${text}` : text);
    expect(lines).toEqual(
      rows.map(
        ({ sequence, resource, customer }) =>
          `${sequence},${disarmed(resource)},${disarmed(customer?.name ?? customer?.id ?? "")},actions.orders:place`,
      ),
    );
    expect(lines.length).toBeGreaterThan(200);
    const db = await getDb();
    const [last] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.accountId, owner.accountId))
      .orderBy(sql`sequence desc`)
      .limit(1);
    expect(last).toMatchObject({
      action: "lists:export",
      resource: "audit",
      userId: owner.userId,
      details: { rows: lines.length, searched: true, filters: { action: "orders:place", outcome: "done" } },
    });
  });
});
