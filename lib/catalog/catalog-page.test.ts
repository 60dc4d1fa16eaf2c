import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCatalogPage } from "./catalog-page";
import { toCatalogRow } from "./catalog-row";
import { CATALOG_SORTS, type CatalogQuery, catalogQuerySchema } from "./schemas";
import { anyText } from "./testing/any-text";
import { ionProduct, PROVIDERS, wirePlan, wireSku } from "./testing/ion-product";

const names = new Map([["productivity", "Productivity"]]);
const rows = Array.from({ length: 23 }, (_, index) =>
  toCatalogRow(
    ionProduct(
      {
        name: `accounts/1/products/p${index}`,
        marketing: { displayName: `Product ${index % 7}` },
        disabled: index % 5 === 0,
      },
      {
        skus: [
          wireSku({
            plans: [
              wirePlan({
                pricebookPrice: index % 4 === 0 ? undefined : (index * 7) % 11,
                pricebookCurrency: index % 2 === 0 ? "USD" : "EUR",
                phases: [],
              }),
            ],
          }),
        ],
      },
    ),
    PROVIDERS,
  ),
);
const ask = (search: Record<string, string>): CatalogQuery => catalogQuerySchema.parse(search);

describe("a page of the catalog", () => {
  it.each(CATALOG_SORTS)("shows every product once, page by page, sorted by %s", (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = toCatalogPage(rows, ask({ sort, limit: "5", ...(cursor ? { cursor } : {}) }), names);
      expect(page.total).toBe(23);
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
  });

  it("goes on after the last product shown although others came and went", () => {
    const first = toCatalogPage(rows, ask({ sort: "name", limit: "5" }), names);
    const kept = rows.filter((row) => row.id !== first.rows[0]?.id);
    const query = ask({ sort: "name", limit: "5", cursor: first.nextCursor ?? "" });
    const whole = toCatalogPage(rows, query, names).rows.map((row) => row.id);
    expect(toCatalogPage(kept, query, names).rows.map((row) => row.id)).toEqual(whole);
  });

  it("goes on by position when the last product shown is gone", () => {
    const first = toCatalogPage(rows, ask({ sort: "name", limit: "5" }), names);
    const kept = rows.filter((row) => row.id !== first.rows.at(-1)?.id);
    const next = toCatalogPage(
      kept,
      ask({ sort: "name", limit: "5", cursor: first.nextCursor ?? "" }),
      names,
    );
    expect(next.rows.map((row) => row.id)).not.toContain(first.rows[3]?.id);
    expect(next.rows).toHaveLength(5);
  });

  it("takes any text for a cursor, a size or a sort", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const page = toCatalogPage(
          rows,
          ask({ cursor: text, limit: text, sort: text, vendor: text, q: "" }),
          names,
        );
        return page.rows.length <= 500;
      }),
    );
  });

  it("puts prices in order within a currency and products without one last", () => {
    const shown = toCatalogPage(rows, ask({ sort: "price", limit: "100" }), names).rows;
    const priced = shown.flatMap((row) => row.from ?? []);
    expect(shown.slice(0, priced.length).every((row) => row.from !== null)).toBe(true);
    for (const currency of ["EUR", "USD"]) {
      const amounts = priced
        .filter((from) => from.price.currency === currency)
        .map((from) => Number(from.price.amount));
      expect(amounts).toEqual([...amounts].sort((one, other) => one - other));
    }
  });

  it("says why nothing of a product can be ordered", () => {
    const shown = toCatalogPage(rows, ask({ limit: "100" }), names).rows;
    expect(shown.find((row) => row.id === "p0")).toMatchObject({ notOrderable: "disabled", from: null });
    expect(shown.find((row) => row.id === "p4")).toMatchObject({ notOrderable: "no-price", from: null });
    expect(shown.find((row) => row.id === "p1")).toMatchObject({ notOrderable: null });
  });

  it("keeps a chosen value in its facet although nothing has it", () => {
    const { facets, total } = toCatalogPage(rows, ask({ vendor: "Contoso" }), names);
    expect(total).toBe(0);
    expect(facets.vendor).toContainEqual({ value: "Contoso", label: "Contoso", count: 0 });
  });

  it("keeps a comma inside a chosen value", () => {
    expect(ask({ vendor: "Contoso%2C Inc.,IBM" }).vendor).toEqual(["Contoso, Inc.", "IBM"]);
  });
});
