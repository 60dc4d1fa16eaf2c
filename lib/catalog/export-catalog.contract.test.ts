import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import type { Actor } from "@/lib/auth/actor";
import { makeAccount, makePerson } from "@/lib/db/testing/people";
import { storeRefreshToken } from "@/lib/ion/connect";
import { type RunningEmulator, startEmulator } from "@/lib/ion/testing/start-emulator";
import { syncAll } from "@/lib/jobs/testing/sync-all";
import { CATALOG_COLUMNS } from "./catalog-columns";
import { exportCatalog } from "./export-catalog";
import { findPlans } from "./find-plans";
import { catalogQuerySchema } from "./inputs";
import { listProducts } from "./list-products";

// Texts are what they are called: the words themselves have their own test.
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

let emulator: RunningEmulator;
let owner: Actor;
let sales: Actor;

beforeAll(async () => {
  emulator = await startEmulator();
  process.env.ION_BASE_URL = emulator.url;
  const account = await makeAccount(emulator.accountId);
  await storeRefreshToken(account.id, emulator.refreshToken);
  await syncAll(account.id, ["products"]);
  owner = await makePerson(account.id, "owner");
  sales = await makePerson(account.id, "sales");
});
afterAll(() => emulator.stop());

async function linesOf(actor: Actor, search: Record<string, string>): Promise<string[]> {
  const response = await actingAs(actor, () => exportCatalog(catalogQuerySchema.parse(search)));
  return (await response.text()).trim().split("\r\n");
}

describe("the catalog as a file", () => {
  test.each<Record<string, string>>([
    {},
    { q: "business", sort: "price" },
    { billing: "annual", orderable: "true", sort: "vendor" },
  ])("has a line for each plan that matches %j, products in the list's order", async (search) => {
    const [head, ...lines] = await linesOf(owner, search);
    const page = await actingAs(owner, () =>
      listProducts(catalogQuerySchema.parse({ ...search, limit: "500" })),
    );
    expect(head?.split(",")).toHaveLength(CATALOG_COLUMNS.length);
    expect(lines).toHaveLength(page.summary?.planTotal ?? -1);
    const products = [...new Set(lines.map((line) => page.rows.findIndex(({ id }) => line.includes(id))))];
    expect(products).toEqual(products.toSorted((one, other) => one - other));
  });

  test("has costs for those who may see them only, whatever columns are asked for", async () => {
    const [head, ...lines] = await linesOf(owner, { q: "CFQ7TTC0LH18:0001:P1Y:M" });
    expect(head).toContain("csv.cost");
    expect(lines.join()).toContain(",5.36,");
    const response = await actingAs(sales, () =>
      exportCatalog(catalogQuerySchema.parse({ q: "CFQ7TTC0LH18:0001:P1Y:M" }), ["price", "cost"]),
    );
    expect((await response.text()).trim()).toBe("\ufeffcsv.price\r\n6.30".trim());
  });
});

describe("plans for the palette", () => {
  test("are found by name, part number and misspelled words, the best first", async () => {
    for (const q of ["m365 business premium", "micorsoft 365 business premium"]) {
      const [first] = await findPlans(owner, q, 5);
      expect(first?.title).toMatch(/business premium/i);
      expect(first?.href).toContain(encodeURIComponent(first?.skuId ?? "?"));
    }
    const [exact] = await findPlans(sales, "CFQ7TTC0LH18:0001:P1Y:M", 5);
    expect(exact?.productId).toBe("Microsoft365EandFNCE-demonce");
  });

  test("are as many as asked for at most, and none for no question", async () => {
    expect(await findPlans(owner, "microsoft", 3)).toHaveLength(3);
    expect(await findPlans(owner, "  ", 3)).toEqual([]);
    expect(JSON.stringify(await findPlans(sales, "microsoft", 8))).not.toMatch(/cost/i);
  });
});
