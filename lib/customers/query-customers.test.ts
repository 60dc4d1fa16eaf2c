import { describe, expect, test } from "vitest";
import { type CustomerQuery, customerQuerySchema } from "./customer-query";
import { matchCustomers } from "./match-customers";
import { queryCustomers } from "./query-customers";
import type { CustomerRow } from "./schemas";

function row(id: number, organization: string, over: Partial<CustomerRow> = {}): CustomerRow {
  return {
    id: String(id),
    organization,
    contactName: null,
    email: null,
    domain: null,
    country: "US",
    status: "active",
    createdAt: new Date(Date.UTC(2024, 0, 1) + id * 1000).toISOString(),
    ...over,
  };
}

const rows = [
  row(1, "Contoso Ltd", { contactName: "Jane Doe", email: "jane@contoso.com", domain: "contoso.com" }),
  row(2, "Société Générale d’Été", { contactName: "Zoë Müller", country: "FR" }),
  row(3, "Ærøskøbing Straße AG", { country: "DE", status: "inactive" }),
  row(10, "adatum", { country: "FR" }),
  row(20, "Fabrikam", { email: "it@fabrikam.example", country: null }),
];
const everybody = () => true;
const ask = (query: Partial<CustomerQuery>, isVisible: (id: string) => boolean = everybody) =>
  queryCustomers(rows, { ...customerQuerySchema.parse({}), ...query }, isVisible);
const ids = (query: Partial<CustomerQuery>) => ask(query).rows.map(({ id }) => id);

describe("searching customers", () => {
  test.each([
    ["SOCIETE generale", ["2"]],
    ["zoe muller", ["2"]],
    ["aeroskobing strasse", ["3"]],
    ["doe contoso", ["1"]],
    ["jane@contoso", ["1"]],
    ["contoso.com", ["1"]],
    ["fabrikam.example", ["20"]],
    ["20", ["20"]],
    ["  adatum  ", ["10"]],
    ["d’été", ["2"]],
    ["D'ete", ["2"]],
    ["nobody", []],
    ["<script>", []],
    [".*", []],
  ])("%s finds %j", (q, found) => {
    expect(ids({ q })).toEqual(found);
  });

  test("totals are exact, and say how many there are at all", () => {
    expect(ask({ q: "so", limit: 1 })).toMatchObject({ total: 2, unfilteredTotal: 5, from: 1 });
  });

  test("status and country narrow; countries are counted under the other filters", () => {
    expect(ids({ status: "inactive" })).toEqual(["3"]);
    expect(ids({ country: ["FR", "DE"] })).toEqual(["10", "3", "2"]);
    expect(ask({ country: ["FR"], status: "active" }).countries).toEqual([
      { code: "FR", count: 2 },
      { code: "US", count: 1 },
    ]);
  });

  test("names are in the order of a telephone book, whatever case or accent; created by time", () => {
    expect(ids({ sort: "name" })).toEqual(["10", "3", "1", "20", "2"]);
    expect(ids({ sort: "-created" })).toEqual(["20", "10", "3", "2", "1"]);
  });

  test("what somebody may not see counts nowhere", () => {
    const result = ask({}, (id) => id === "2");
    expect(result).toMatchObject({ total: 1, unfilteredTotal: 1, countries: [{ code: "FR", count: 1 }] });
    expect(result.rows.map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("paging customers", () => {
  const many = Array.from({ length: 5_003 }, (_, index) =>
    row(index + 1, `Customer ${(index * 7919) % 997}`),
  );
  const page = (list: CustomerRow[], query: Partial<CustomerQuery>) =>
    queryCustomers(list, { ...customerQuerySchema.parse({}), limit: 200, ...query }, everybody);

  test.each(["name", "-name", "created", "-created"] as const)(
    "%s: 5,003 rows, each exactly once, and back",
    (sort) => {
      const seen: string[] = [];
      const starts: number[] = [];
      let result = page(many, { sort });
      for (;;) {
        seen.push(...result.rows.map(({ id }) => id));
        starts.push(result.from);
        if (!result.nextCursor) break;
        result = page(many, { sort, cursor: result.nextCursor });
      }
      expect(seen).toHaveLength(5_003);
      expect(new Set(seen).size).toBe(5_003);
      for (const start of starts.slice(0, -1).reverse()) {
        result = page(many, { sort, cursor: result.previousCursor });
        expect(result.from).toBe(start);
      }
      expect(result.previousCursor).toBeUndefined();
    },
  );

  test("a row that appears before the page neither repeats nor hides one", () => {
    const first = page(many, { sort: "created" });
    const grown = [row(0, "Newcomer"), ...many];
    const second = page(grown, { sort: "created", cursor: first.nextCursor });
    expect(second.rows[0]?.id).toBe("201");
  });

  test("a place whose row is gone is still found", () => {
    const first = page(many, { sort: "created" });
    const last = first.rows.at(-1)?.id;
    const without = many.filter(({ id }) => id !== last);
    expect(page(without, { sort: "created", cursor: first.nextCursor }).rows[0]?.id).toBe("201");
  });

  test.each([
    "",
    "%%%",
    "eyJhIjoxfQ",
    Buffer.from('["after","name"]').toString("base64url"),
    "A".repeat(900),
  ])("a cursor that makes no sense starts from the beginning: %s", (cursor) => {
    expect(page(many, { cursor }).from).toBe(1);
  });

  test("a cursor of another order starts from the beginning", () => {
    expect(page(many, { sort: "created", cursor: page(many, {}).nextCursor }).from).toBe(1);
  });

  test("names of 10,000 characters do not make the cursor long", () => {
    const long = Array.from({ length: 3 }, (_, index) => row(index + 1, "x".repeat(10_000)));
    const first = page(long, { limit: 1 });
    expect(first.nextCursor?.length).toBeLessThan(500);
    expect(page(long, { limit: 1, cursor: first.nextCursor }).rows[0]?.id).toBe("2");
  });

  test("a question about 5,000 customers is answered in a few milliseconds", () => {
    page(many, {});
    const start = performance.now();
    for (let times = 0; times < 20; times++) page(many, { q: "customer 99" });
    expect((performance.now() - start) / 20).toBeLessThan(25);
  });
});

describe("suggestions while typing", () => {
  const found = (typed: string, limit = 20) =>
    matchCustomers(rows, typed, everybody, limit).map(({ id }) => id);

  test("names that start with it come first, then names with such a word, then the rest", () => {
    const list = [
      row(1, "Old Alpine"),
      row(2, "Pinegalp"),
      row(3, "Alpha"),
      row(4, "Zeta", { domain: "alp.example" }),
    ];
    expect(matchCustomers(list, "alp", everybody, 20).map(({ id }) => id)).toEqual(["3", "1", "2", "4"]);
  });

  test("an id finds its customer first", () => {
    expect(found("20")).toEqual(["20"]);
  });

  test("nothing typed shows the first of the alphabet, no more than asked for", () => {
    expect(found("", 2)).toEqual(["10", "3"]);
  });

  test("only what somebody may see", () => {
    expect(matchCustomers(rows, "", (id) => id === "3", 20).map(({ id }) => id)).toEqual(["3"]);
  });
});
