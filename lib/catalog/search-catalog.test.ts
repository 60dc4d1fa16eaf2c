import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CatalogPlan, type CatalogRow, searchText, toCatalogRow } from "./catalog-row";
import type { FacetName } from "./schemas";
import { searchCatalog } from "./search-catalog";
import { anyText } from "./testing/any-text";
import { ionProduct, PROVIDERS, wirePlan, wireSku } from "./testing/ion-product";

const NOTHING = { q: "", vendor: [], category: [], billing: [], term: [], currency: [], orderable: false };
type Query =
  | typeof NOTHING
  | { [K in keyof typeof NOTHING]: K extends "q" ? string : K extends "orderable" ? boolean : string[] };

function ids(rows: CatalogRow[], query: Partial<Query>): string[] {
  return searchCatalog(rows, { ...NOTHING, ...query }).matches.map(({ row }) => row.id);
}

const office = toCatalogRow(ionProduct(), PROVIDERS);
const cafe = toCatalogRow(
  ionProduct(
    { name: "accounts/1/products/cafe", marketing: { displayName: "Café Überwachung" } },
    {
      skus: [
        wireSku({
          id: "K1",
          displayName: "Kamera",
          productId: "K-1",
          plans: [
            wirePlan({ id: "Annual", displayName: "Annual", productId: "K-1-A", pricebookDetails: {} }),
          ],
        }),
      ],
    },
  ),
  PROVIDERS,
);
const rows = [office, cafe];

describe("search", () => {
  it.each([
    ["OFFICE", ["OFFICE365NCE--smpnce"]],
    ["office 365 e1", ["OFFICE365NCE--smpnce"]],
    ["365 office annual microsoft", ["OFFICE365NCE--smpnce"]],
    ["cafe uberwachung", ["cafe"]],
    ["ＣＡＦÉ", ["cafe"]],
    ["cfq7ttc0lf8q:0001:p1y:m", ["OFFICE365NCE--smpnce"]],
    ["K1", ["cafe"]],
    ["nothing like it", []],
    ["   ", ["OFFICE365NCE--smpnce", "cafe"]],
  ])("finds %j", (q, expected) => {
    expect(ids(rows, { q })).toEqual(expected);
  });

  it("wants all words in one plan, not spread over two", () => {
    const two = toCatalogRow(
      ionProduct(
        {},
        {
          skus: [
            wireSku({
              id: "A",
              displayName: "Alpha",
              plans: [wirePlan({ id: "p1", displayName: "Red", pricebookDetails: {} })],
            }),
            wireSku({
              id: "B",
              displayName: "Beta",
              plans: [wirePlan({ id: "p2", displayName: "Blue", pricebookDetails: {} })],
            }),
          ],
        },
      ),
      PROVIDERS,
    );
    expect(ids([two], { q: "alpha red" })).toHaveLength(1);
    expect(ids([two], { q: "alpha blue" })).toHaveLength(0);
  });

  it("takes keywords for the whole product only where no plan has the words", () => {
    const search = (q: string) => searchCatalog([mixed], { ...NOTHING, q }).matches[0]?.matchingPlanCount;
    const mixed = toCatalogRow(
      ionProduct(
        { marketing: { displayName: "Suite", searchKeywords: ["business premium", "meetings"] } },
        {
          skus: [
            wireSku({ id: "B", displayName: "Business Basic" }),
            wireSku({ id: "P", displayName: "Business Premium" }),
          ],
        },
      ),
      PROVIDERS,
    );
    expect(search("business premium")).toBe(1);
    expect(search("meetings")).toBe(2);
    expect(search("meetings basic")).toBe(1);
  });

  it("ranks an exact id before everything else", () => {
    const search = searchCatalog(rows, { ...NOTHING, q: "k1" });
    expect(search.matches.find(({ row }) => row.id === "cafe")?.rank).toBe(0);
  });

  it("ranks a plan that says it in these very words before words found here and there", () => {
    const named = (name: string, sku: string) =>
      toCatalogRow(
        ionProduct(
          { name: `accounts/1/products/${name}`, marketing: { displayName: name } },
          { skus: [wireSku({ displayName: sku })] },
        ),
        PROVIDERS,
      );
    const rows = [named("Dynamics 365", "Business Central Premium"), named("Suite", "M365 Business Premium")];
    const ranks = searchCatalog(rows, { ...NOTHING, q: "365 business premium" }).matches.map(
      ({ rank }) => rank,
    );
    expect(ranks).toEqual([5, 3]);
  });

  it("finds products that have no plans by their own words only", () => {
    const bare = toCatalogRow(ionProduct({}, { skus: [] }), PROVIDERS);
    expect(ids([bare], { q: "office" })).toHaveLength(1);
    expect(ids([bare], { billing: ["monthly"] })).toHaveLength(0);
    expect(ids([bare], { orderable: true })).toHaveLength(0);
  });

  it("takes any text as a query", () => {
    fc.assert(fc.property(anyText, (q) => searchCatalog(rows, { ...NOTHING, q }).matches.length <= 2));
  });

  it("names the cheapest plan that can be ordered", () => {
    const row = toCatalogRow(
      ionProduct(
        {},
        {
          skus: [
            wireSku({
              plans: [
                wirePlan({ id: "a", billingPeriod: "ANNUAL", pricebookPrice: 150 }),
                wirePlan({ id: "m", billingPeriod: "MONTHLY", pricebookPrice: 13 }),
                wirePlan({
                  id: "x",
                  billingPeriod: "MONTHLY",
                  pricebookPrice: 1,
                  productAvailability: false,
                }),
              ],
            }),
          ],
        },
      ),
      PROVIDERS,
    );
    const [match] = searchCatalog([row], NOTHING).matches;
    expect(match?.cheapest?.price?.amount).toBe("150.00");
    const [monthly] = searchCatalog([row], { ...NOTHING, billing: ["monthly"] }).matches;
    expect(monthly?.cheapest?.price?.amount).toBe("13.00");
  });
});

describe("facet counts", () => {
  const vendors = ["Microsoft", "Google", null];
  const plan = fc.record({
    text: fc.constantFrom("\nred\n", "\nblue\n"),
    billing: fc.constantFrom("monthly" as const, "annual" as const),
    term: fc.constantFrom("P1M", "P1Y", null),
    currency: fc.constantFrom("USD", "EUR"),
    notOrderable: fc.constantFrom("no-price" as const, null),
  });
  const row = fc.record({
    vendor: fc.constantFrom(...vendors),
    categoryIds: fc.subarray(["mail", "security"]),
    text: fc.constantFrom("\nred\n", "\ngreen\n"),
    keywords: fc.constantFrom("\n", "\nblue\n", "\nred\n"),
    plans: fc.array(plan, { maxLength: 4 }),
  });
  const query = fc.record({
    q: fc.constantFrom("", "red", "red blue", "green"),
    vendor: fc.subarray(["Microsoft", "Google", "none"]),
    category: fc.subarray(["mail", "security", "none"]),
    billing: fc.subarray(["monthly", "annual"]),
    term: fc.subarray(["P1M", "P1Y", "none"]),
    currency: fc.subarray(["USD", "EUR"]),
    orderable: fc.boolean(),
  });

  function toRow(made: Partial<CatalogRow>, index: number): CatalogRow {
    const full = (one: Partial<CatalogPlan>) =>
      ({ price: null, yearly: null, usageBased: false, unit: "seat", ...one }) as CatalogPlan;
    return {
      id: String(index),
      name: "",
      caption: null,
      disabled: false,
      sortName: "",
      vendor: null,
      categoryIds: [],
      text: "\n",
      keywords: "\n",
      ...made,
      plans: (made.plans ?? []).map(full),
    };
  }

  /** The same question the slow way: one product, all filters spelled out. */
  function matches(row: CatalogRow, q: Query): boolean {
    const has = (chosen: readonly string[], values: readonly string[]) =>
      chosen.length === 0 || values.some((value) => chosen.includes(value));
    const words = q.q.split(" ").filter(Boolean);
    const found = (plan: string, keywords: string) =>
      words.every((word) => `${row.text}${plan}${keywords}`.includes(word));
    const keywords = row.plans.some((one) => found(one.text, "")) ? "" : row.keywords;
    if (!has(q.vendor, [row.vendor ?? "none"])) return false;
    if (!has(q.category, row.categoryIds.length > 0 ? row.categoryIds : ["none"])) return false;
    if (row.plans.length === 0) {
      const planFilters = q.billing.length + q.term.length + q.currency.length > 0 || q.orderable;
      return !planFilters && found("", keywords);
    }
    return row.plans.some(
      (one) =>
        found(one.text, keywords) &&
        has(q.billing, [one.billing]) &&
        has(q.term, [one.term ?? "none"]) &&
        has(q.currency, [one.currency ?? "none"]) &&
        (!q.orderable || one.notOrderable === null),
    );
  }

  it("are what each choice would find, for any catalog and any query", () => {
    const values: Record<FacetName, string[]> = {
      vendor: ["Microsoft", "Google", "none"],
      category: ["mail", "security", "none"],
      billing: ["monthly", "annual"],
      term: ["P1M", "P1Y", "none"],
      currency: ["USD", "EUR"],
    };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), query, (made, q) => {
        const all = made.map((one, index) => toRow(one as unknown as Partial<CatalogRow>, index));
        const search = searchCatalog(all, q);
        expect(search.matches.map((match) => match.row.id)).toEqual(
          all.filter((one) => matches(one, q)).map((one) => one.id),
        );
        for (const facet of Object.keys(values) as FacetName[]) {
          for (const value of values[facet]) {
            const found = all.filter((one) => matches(one, { ...q, [facet]: [value] })).length;
            expect(search.counts[facet].get(value) ?? 0, `${facet} ${value}`).toBe(found);
          }
        }
        expect(search.orderableCount).toBe(
          all.filter((one) => matches(one, { ...q, orderable: true })).length,
        );
      }),
      { numRuns: 300 },
    );
  });
});

it("text of several fields is found whole by its line ends", () => {
  expect(searchText("Ä b", null, "", "c")).toBe("\na b\nc\n");
});
