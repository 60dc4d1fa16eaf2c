import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { AppError } from "@/lib/errors";
import { connectIon, storeRefreshToken } from "@/lib/ion/connect";
import { isIonError } from "@/lib/ion/errors";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { syncAll } from "@/lib/jobs/testing/sync-all";
import { getOffer } from "./get-offer";
import { catalogQuerySchema } from "./inputs";
import { listProducts } from "./list-products";
import {
  CATALOG_SORTS,
  type CatalogPage,
  type CatalogQuery,
  type CatalogSummary,
  catalogPageSchema,
  offerSchema,
} from "./schemas";
import { setProductEnabled } from "./set-product-enabled";

const MICROSOFT_365 = "Microsoft365EandFNCE-demonce";
const NOT_IN_PRICE_BOOK = "VeeamBackupM365-smp";

let emulator: RunningEmulator;
let accountId = "";
let owner: Actor;
let admin: Actor;
/** Looks after `customerId` only. */
let sales: Actor;
/** Owner of the other reseller account. */
let stranger: Actor;
let customerId = "";
let otherCustomerId = "";
/** In a price book of its own: the seed's seventh customer. */
let preferredCustomerId = "";

beforeAll(async () => {
  emulator = await startEmulator();
  process.env.ION_BASE_URL = emulator.url;
  const account = await makeAccount(emulator.accountId);
  accountId = account.id;
  await storeRefreshToken(account.id, emulator.refreshToken);
  const ids: string[] = [];
  for await (const customer of (await connectIon(account.id)).customers.listAll()) ids.push(customer.id);
  ids.sort((one, other) => Number(one) - Number(other));
  [customerId = "", otherCustomerId = ""] = ids;
  preferredCustomerId = ids[6] ?? "";
  owner = await makePerson(account.id, "owner");
  admin = await makePerson(account.id, "admin");
  sales = await makePerson(account.id, "sales", [customerId]);
  const other = await makeAccount("10002");
  await storeRefreshToken(other.id, await emulator.newRefreshToken("10002"));
  stranger = await makePerson(other.id, "owner");
  await syncAll(account.id, ["products"]);
  await syncAll(other.id, ["products"]);
});
afterEach(() => emulator.control("DELETE", "/faults"));
afterAll(() => emulator.stop());

const ask = (search: Record<string, string> = {}): CatalogQuery => catalogQuerySchema.parse(search);
const list = (actor: Actor, search: Record<string, string> = {}) =>
  actingAs(actor, () => listProducts(ask({ limit: "500", ...search })));
const offer = (actor: Actor, productId: string, customer?: string) =>
  actingAs(actor, () => getOffer(productId, { customerId: customer }));
const facetsOf = (summary: CatalogSummary | null) => {
  if (!summary) throw new Error("The first page has a summary.");
  return summary.facets;
};
const codeOf = (error: unknown) =>
  error instanceof AppError ? error.code : isIonError(error) ? `ion ${error.kind}` : String(error);
const refusal = (work: Promise<unknown>) => work.then(() => "allowed", codeOf);
const fault = (fault: Record<string, unknown>) => emulator.control("POST", "/faults", fault);

describe("the list", () => {
  test("is the same for every role, and holds no cost for anybody", async () => {
    const lists = await Promise.all([owner, admin, sales].map((actor) => list(actor)));
    const [first] = lists;
    expect(first?.total).toBeGreaterThan(30);
    expect(first?.rows).toHaveLength(first?.total ?? 0);
    for (const page of lists) {
      expect(page.rows).toEqual(first?.rows);
      expect(JSON.stringify(page)).not.toMatch(/cost|margin|msrp|"raw"|deployment/i);
      expect(() => catalogPageSchema.parse(page)).not.toThrow();
    }
  });

  test("names vendors and categories as Ion does, not by ids", async () => {
    const { rows, summary } = await list(sales);
    const facets = facetsOf(summary);
    expect(rows.find((row) => row.id === MICROSOFT_365)).toMatchObject({
      vendor: "Microsoft",
      categories: expect.arrayContaining(["Productivity"]),
    });
    expect(facets.vendor.map(({ value }) => value)).toEqual(expect.arrayContaining(["Microsoft", "IBM"]));
    expect(facets.category.every(({ label }) => label !== null)).toBe(true);
    expect(facets.term.map(({ value }) => value)).toEqual(expect.arrayContaining(["P1M", "P1Y", "P3Y"]));
  });

  test.each([
    ["a part number", "CFQ7TTC0LH18:0001:P1Y:M", MICROSOFT_365],
    ["a SKU's name", "m365 business premium", MICROSOFT_365],
    ["a product id", "ibmmaas360watson-smp", "IBMMAAS360WATSON-smp"],
    ["script", "<script>alert(1)</script>", undefined],
  ])("is searched by %s", async (_what, q, expected) => {
    expect((await list(sales, { q })).rows[0]?.id).toBe(expected);
  });

  test("counts what each facet value would find", async () => {
    const facets = facetsOf((await list(sales, { q: "security", orderable: "true" })).summary);
    for (const { value, count } of [...facets.vendor, ...facets.category]) {
      const facet = facets.vendor.some((one) => one.value === value) ? "vendor" : "category";
      expect((await list(sales, { q: "security", orderable: "true", [facet]: value })).total).toBe(count);
    }
  });

  test("shows what a part number, a SKU's name or an id was found in", async () => {
    const hitsOf = async (q: string) => (await list(sales, { q })).rows[0]?.hits;
    expect(await hitsOf("CFQ7TTC0LH18:0001:P1Y:M")).toEqual([
      { kind: "id", text: "CFQ7TTC0LH18:0001:P1Y:M", marks: [[0, 23]] },
    ]);
    const [sku] = (await hitsOf("business premium")) ?? [];
    expect(sku?.kind).toBe("sku");
    expect(sku?.marks.map(([from, to]) => sku.text.slice(from, to).toLowerCase())).toEqual([
      "business",
      "premium",
    ]);
  });

  test("finds what was meant, and what is written on request", async () => {
    const { rows, summary } = await list(sales, { q: "micorsoft 365 busines" });
    expect(rows[0]?.id).toBe(MICROSOFT_365);
    expect(summary?.searched).toBe("microsoft 365 busines");
    expect(summary?.corrections).toEqual([{ from: "micorsoft", to: "microsoft" }]);
    const literal = await list(sales, { q: "micorsoft 365 busines", literal: "true" });
    expect(literal.total).toBe(0);
    expect(literal.summary?.suggestions.length).toBeGreaterThan(0);
  });

  test("is read page by page, each product once, in every order", async () => {
    const whole = await list(owner, { limit: "500" });
    for (const sort of CATALOG_SORTS) {
      const seen: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: CatalogPage = await list(owner, { sort, limit: "7", ...(cursor ? { cursor } : {}) });
        expect(page.total).toBe(cursor ? null : whole.total);
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen.toSorted(), sort).toEqual(whole.rows.map(({ id }) => id).toSorted());
    }
  });

  test("refuses a cursor that was tampered with, of another order or another account", async () => {
    const { nextCursor } = await list(owner, { limit: "5" });
    const cursor = nextCursor ?? "";
    expect(await refusal(list(owner, { limit: "5", cursor }))).toBe("allowed");
    expect(await refusal(list(owner, { cursor: `${cursor}x` }))).toBe("INVALID_INPUT");
    expect(await refusal(list(owner, { cursor: "e30" }))).toBe("INVALID_INPUT");
    expect(await refusal(list(owner, { cursor, sort: "name" }))).toBe("INVALID_INPUT");
    expect(await refusal(list(stranger, { cursor }))).toBe("INVALID_INPUT");
  });

  test("answers whatever is typed", async () => {
    for (const q of [
      "'; drop table x; --",
      "%_\\",
      "\u0000\u0007",
      "🎉 \ud83c",
      "\u202Eabc مرحبا",
      "a ".repeat(2_500),
    ]) {
      expect((await list(sales, { q })).total, q).toBeGreaterThanOrEqual(0);
    }
  });

  test("of an account whose mirror is empty is empty, and says that it is not complete", async () => {
    const newcomer = await makePerson((await makeAccount()).id, "owner");
    const page = await list(newcomer, { q: "microsoft" });
    expect(page).toMatchObject({ rows: [], total: 0, summary: { catalogTotal: 0 } });
    expect(page.freshness.asOf).toBeNull();
  });

  test("says why a product can't be ordered, and leaves it out on request", async () => {
    const { rows, total } = await list(sales);
    const reasons = new Map(rows.map((row) => [row.id, row.notOrderable]));
    expect(reasons.get("McAfeeWebGateway-smp")).toBe("disabled");
    expect(reasons.get(NOT_IN_PRICE_BOOK)).toBe("not-in-price-book");
    const orderable = await list(sales, { orderable: "true" });
    expect(orderable.total).toBe((total ?? 0) - [...reasons.values()].filter(Boolean).length);
  });

  test("stays as it was, with its time, while Ion is down", async () => {
    const before = await list(owner);
    await fault({ path: "*/products*", kind: "status", status: 503 });
    const during = await list(owner, { q: "office" });
    expect(during.freshness).toEqual(before.freshness);
    expect(during.freshness.asOf).not.toBeNull();
    expect(during.total).toBeGreaterThan(0);
  });
});

describe("a product", () => {
  test.each(["owner", "admin"] as const)("shows cost and margin to the %s", async (role) => {
    const { product } = await offer(role === "owner" ? owner : admin, MICROSOFT_365);
    const plan = product.skus[0]?.plans[0];
    expect(plan).toMatchObject({
      price: { amount: "7.20", currency: "USD" },
      cost: { amount: "6.12", currency: "USD" },
      margin: { percent: "15.0" },
    });
  });

  test("shows sales the price and nothing anywhere that tells the cost", async () => {
    const text = JSON.stringify(await offer(sales, MICROSOFT_365, customerId));
    expect(text).toContain('"7.20"');
    expect(text).not.toMatch(/cost|margin|msrp|6\.12/i);
  });

  test("never holds the deployment, credentials or Ion's raw object", async () => {
    for (const id of ["AWSAccount-smp", "AzurePlan-demonce", "SophosInterceptX-smp"]) {
      const read = await offer(owner, id, customerId);
      expect(() => offerSchema.parse(read)).not.toThrow();
      expect(JSON.stringify(read)).not.toMatch(/deployment|credential|password|secret|previewAuth|"raw"/i);
    }
  });

  test("has the prices of the customer's own price book", async () => {
    const priceFor = async (customer?: string) =>
      (await offer(owner, MICROSOFT_365, customer)).product.skus[0]?.plans[0]?.price?.amount;
    expect(await priceFor()).toBe("7.20");
    expect(await priceFor(customerId)).toBe("7.20");
    expect(await priceFor(preferredCustomerId)).toBe("6.984");
  });

  test("that is billed by use has tiers instead of a price", async () => {
    const { product } = await offer(sales, "AzurePlan-demonce");
    const plan = product.skus[0]?.plans[0];
    expect(plan).toMatchObject({ usageBased: true, price: null, term: "P1M", orderable: { ok: true } });
    expect(plan?.usages[0]?.tiers[0]).toMatchObject({ from: 1, to: 10_000, price: { amount: "0.048" } });
  });

  test("tells trial, promotion, limits and one-time purchase", async () => {
    const plansOf = async (id: string) => (await offer(sales, id)).product.skus.flatMap((sku) => sku.plans);
    const google = await plansOf("GoogleWorkspaceBusiness-smp");
    expect(google.flatMap((plan) => plan.introductions.map(({ kind }) => kind))).toEqual(
      expect.arrayContaining(["trial", "discount"]),
    );
    const server = await plansOf("WindowsServer-smpperpetual");
    expect(server.find((plan) => plan.planId === "OneTime-cal")).toMatchObject({
      billingPeriod: "one-time",
      yearlyPrice: null,
      minQuantity: 5,
      maxQuantity: 500,
    });
  });

  test("that nobody has is NOT_FOUND", async () => {
    expect(await refusal(offer(owner, "Nobody-has-this"))).toBe("NOT_FOUND");
  });

  test("for another person's customer is NOT_FOUND", async () => {
    expect(await refusal(offer(sales, MICROSOFT_365, otherCustomerId))).toBe("NOT_FOUND");
    expect(await refusal(offer(owner, MICROSOFT_365, otherCustomerId))).toBe("allowed");
  });

  test("for the other reseller account's customer is NOT_FOUND", async () => {
    const theirs = (await list(stranger)).rows[0]?.id ?? "";
    expect(await refusal(offer(stranger, theirs, customerId))).toBe("NOT_FOUND");
  });

  test.each([
    ["status", { status: 500 }, "ion server"],
    ["status", { status: 403 }, "ion forbidden"],
    ["html", {}, "ion unavailable"],
    ["garbage", {}, "ion bad-answer"],
  ])("says what is wrong when Ion answers with %s %j", async (kind, more, expected) => {
    await fault({ path: `*/products/${MICROSOFT_365}`, kind, ...more });
    expect(await refusal(offer(owner, MICROSOFT_365))).toBe(expected);
  });
});

describe("the customer's tenant", () => {
  const tenantOf = async (productId: string, customer: string) =>
    (await offer(owner, productId, customer)).tenant;

  test("is the existing one where the profile names it", async () => {
    expect(await tenantOf(MICROSOFT_365, customerId)).toMatchObject({ state: "existing" });
  });

  test("is nothing to speak of for vendors without tenants, and without a customer", async () => {
    expect(await tenantOf("SophosEmail-smp", customerId)).toMatchObject({ state: "none" });
    expect((await offer(owner, MICROSOFT_365)).tenant).toBeNull();
  });

  test("is said to be unknown, never guessed, when the profiles can't be read", async () => {
    await fault({ path: "*/cloudProfiles*", kind: "status", status: 500 });
    expect(await tenantOf(MICROSOFT_365, customerId)).toMatchObject({ state: "unknown" });
  });
});

describe("enabling and disabling", () => {
  const PRODUCT = "Visio-demonce";
  const isDisabled = async () => (await list(owner)).rows.find((row) => row.id === PRODUCT)?.disabled;
  const set = (actor: Actor, enabled: boolean) =>
    actingAs(actor, () => setProductEnabled({ productId: PRODUCT, enabled }));

  test("is refused to sales, and changes nothing", async () => {
    expect(await refusal(set(sales, false))).toBe("FORBIDDEN");
    expect(await isDisabled()).toBe(false);
  });

  test.each(["owner", "admin"] as const)("by the %s is seen at once, in list and product", async (role) => {
    const actor = role === "owner" ? owner : admin;
    await set(actor, false);
    expect(await isDisabled()).toBe(true);
    const { product } = await offer(sales, PRODUCT);
    expect(product.skus[0]?.plans[0]?.orderable).toEqual({ ok: false, reason: "disabled" });
    await set(actor, true);
    expect(await isDisabled()).toBe(false);
  });

  test("twice is no error: what somebody wanted is so", async () => {
    await set(owner, true);
    await set(admin, true);
    expect(await isDisabled()).toBe(false);
  });

  test("without an answer says so, and the list is read anew", async () => {
    await fault({ method: "POST", path: "*:disable", kind: "drop-after", count: 1 });
    expect(await refusal(set(owner, false))).toBe("ion outcome-unknown");
    expect(await isDisabled()).toBe(true);
    await set(owner, true);
  });

  test("of a product nobody has is NOT_FOUND", async () => {
    const work = actingAs(owner, () => setProductEnabled({ productId: "Nobody-has-this", enabled: true }));
    expect(await refusal(work)).toBe("NOT_FOUND");
  });

  test("reaches only the person's own account, and is seen only there", async () => {
    await set(stranger, false);
    const seenBy = async (actor: Actor) =>
      (await list(actor)).rows.find((row) => row.id === PRODUCT)?.disabled;
    expect(await seenBy(stranger)).toBe(true);
    expect(await seenBy(owner)).toBe(false);
    expect((await offer(owner, PRODUCT)).product.disabled).toBe(false);
  });

  test("is in the audit log with its outcome", async () => {
    const db = await getDb();
    const entries = (await db.select().from(auditLog)).filter((entry) => entry.accountId === accountId);
    const seen = entries.map(({ action, resource, outcome }) => `${action} ${resource} ${outcome}`);
    expect(seen).toContain(`catalog:disable-product products/${PRODUCT} done`);
    expect(seen).toContain(`catalog:disable-product products/${PRODUCT} unknown`);
    expect(seen).toContain("catalog:enable-product products/Nobody-has-this refused");
  });
});
