import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fold } from "@/lib/fold";
import { NO_VALUE } from "../facet-values";
import type { FacetName } from "../schemas";
import { anyText } from "../testing/any-text";
import { type IndexedRow, idsIn, indexOf, rowOf, rowWith } from "../testing/index-of";
import { ionProduct, wirePlan, wireSku } from "../testing/ion-product";
import { answerQuestion, orderedProducts, type Question, suggestQuestions } from "./answer-question";
import { CAN_BE_ORDERED, matchOf, USAGE } from "./matches";

const NOTHING: Question = {
  q: "",
  literal: false,
  vendor: [],
  category: [],
  billing: [],
  term: [],
  currency: [],
  orderable: false,
};

async function ask(rows: readonly IndexedRow[], question: Partial<Question>) {
  const index = await indexOf(rows);
  const asked = { ...NOTHING, ...question };
  const answer = await answerQuestion(index, asked, idsIn(rows));
  const ordered = orderedProducts(index, answer, "relevance");
  const { matches } = answer;
  return {
    ids: Array.from(ordered, (product) => index.ids[product] ?? ""),
    ranks: Array.from(ordered, (product) => (matchOf(matches, product)?.rank ?? 0) - 1),
    planCounts: Array.from(ordered, (product) => matchOf(matches, product)?.plans.length ?? 0),
    prices: Array.from(
      ordered,
      (product) => index.values.price[(index.price[matchOf(matches, product)?.named ?? 0] ?? 0) - 1],
    ),
    corrections: answer.question.corrections,
    suggestions: suggestQuestions(index, answer, asked),
    matches,
    index,
  };
}
const ids = async (rows: readonly IndexedRow[], question: Partial<Question>) =>
  (await ask(rows, question)).ids;

const named = (id: string, name: string, ...skus: string[]) =>
  rowOf(
    ionProduct(
      { name: `accounts/1/products/${id}`, marketing: { displayName: name } },
      { skus: skus.map((sku, place) => wireSku({ id: `S-${id}-${place}`, displayName: sku })) },
    ),
  );

let rows: IndexedRow[];
beforeAll(() => {
  const office = rowOf(ionProduct());
  const cafe = rowOf(
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
  );
  rows = [office, cafe];
});

describe("search", () => {
  it.each([
    ["OFFICE", ["OFFICE365NCE--smpnce"]],
    ["office 365 e1", ["OFFICE365NCE--smpnce"]],
    ["365 office annual microsoft", ["OFFICE365NCE--smpnce"]],
    ["cafe uberwachung", ["cafe"]],
    ["ＣＡＦÉ", ["cafe"]],
    ["cfq7ttc0lf8q:0001:p1y:m", ["OFFICE365NCE--smpnce"]],
    ["cfq7ttc0lf", ["OFFICE365NCE--smpnce"]],
    ["K1", ["cafe"]],
    ["nothing like it", []],
    ["   ", ["cafe", "OFFICE365NCE--smpnce"]],
  ])("finds %j", async (q, expected) => {
    expect(await ids(rows, { q })).toEqual(expected);
  });

  it("wants all words in one plan, not spread over two", async () => {
    const two = rowWith("two", {
      plans: [
        { skuName: "Alpha", planName: "Red" },
        { skuName: "Beta", planName: "Blue" },
      ],
    });
    expect(await ids([two], { q: "alpha red" })).toHaveLength(1);
    expect(await ids([two], { q: "alpha blue" })).toHaveLength(0);
  });

  it("takes keywords for the whole product only where no plan has the words", async () => {
    const mixed = rowWith("mixed", {
      name: "Suite",
      keywords: ["business premium", "meetings"],
      plans: [{ skuName: "Business Basic" }, { skuName: "Business Premium" }],
    });
    const search = async (q: string) => (await ask([mixed], { q })).planCounts[0];
    expect(await search("business premium")).toBe(1);
    expect(await search("meetings")).toBe(2);
    expect(await search("meetings basic")).toBe(1);
  });

  it.each([
    ["a SKU id", "k1"],
    ["a vendor's id", "k-1-a"],
    ["a product id", "CAFE"],
    ["a SKU's name", "Kamera"],
  ])("ranks exactly %s before everything else", async (_what, q) => {
    const others = ["k1", "kamera", "cafe", "k-1-a"].map((word) =>
      rowWith(`a-${word}`, { name: `${word} and more` }),
    );
    const { ids, ranks } = await ask([...rows, ...others], { q });
    expect(ids[0]).toBe("cafe");
    expect(ranks.filter((rank) => rank === 0)).toHaveLength(1);
  });

  describe.each([0, 200])("among %d others", (number) => {
    const others = Array.from({ length: number }, (_, place) => rowWith(`other${place}`, { name: "Other" }));

    it("ranks a plan that says it in these very words before words found here and there", async () => {
      const spread = named("spread", "Dynamics 365", "Business Central Premium");
      const phrase = named("phrase", "Suite", "M365 Business Premium");
      const { ids, ranks } = await ask([spread, phrase, ...others], { q: "365 business premium" });
      expect(ids).toEqual(["phrase", "spread"]);
      expect(ranks).toEqual([3, 6]);
    });

    it("ranks a plan that says all but one word in a row before words found here and there", async () => {
      const spread = named("spread", "Dynamics 365", "Business Central Premium");
      const near = named("suite", "Suite", "M365 Business Premium");
      const { ids } = await ask([spread, near, ...others], { q: "microsoft 365 business premium" });
      expect(ids).toEqual(["suite", "spread"]);
    });
  });

  it("finds a product by a piece of its id, alone and with other words", async () => {
    const rows = [rowWith("k8s-77", { name: "Mail" }), rowWith("k9s-78", { name: "Mail" })];
    expect(await ids(rows, { q: "8s-7" })).toEqual(["k8s-77"]);
    expect(await ids(rows, { q: "mail 8s-7" })).toEqual(["k8s-77"]);
  });

  it("takes a letter or two in the middle of a product's id only where no text has them", async () => {
    const coded = [rowWith("zq-1", { name: "Mail" }), rowWith("1-zq", { name: "Mail" })];
    expect((await ids(coded, { q: "zq" })).toSorted()).toEqual(["1-zq", "zq-1"]);
    const named = rowWith("2", { name: "Zqueue" });
    expect((await ids([...coded, named], { q: "zq" })).toSorted()).toEqual(["2", "zq-1"]);
  });

  it("has plans' ids looked at only in products of which a plan may have the piece", async () => {
    const named = rowWith("of-plan-7", { plans: [{ ids: "\nxyz-1234\n" }] });
    const index = await indexOf([named, rowWith("xyz-1234", { plans: [{ ids: "\nother\n" }] })]);
    expect(index.idGrams.candidates("xyz-12").map((product) => index.ids[product])).toEqual(["of-plan-7"]);
  });

  it("finds products that have no plans by their own words only", async () => {
    const bare = rowWith("bare", { name: "Office" });
    expect(await ids([bare], { q: "office" })).toHaveLength(1);
    expect(await ids([bare], { billing: ["monthly"] })).toHaveLength(0);
    expect(await ids([bare], { orderable: true })).toHaveLength(0);
  });

  it("takes any text as a question", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (q) => (await ids(rows, { q })).length <= 2),
      { numRuns: 60 },
    );
  });

  it.each([
    "'; drop table mirror_plans; --",
    '"office 365" AND (NOT x) OR *',
    "%_\\",
    "^(a+)+$ [a-z]{2,} \\d .*",
    "🎉👩‍💻 café",
    "\u202Eeciffo\u202C مرحبا",
    "a ".repeat(2_500),
    "x".repeat(5_000),
  ])("answers %j", async (q) => {
    const found = await ids(rows, { q });
    expect(found.length).toBeLessThanOrEqual(2);
  });

  it("names the cheapest plan that can be ordered", async () => {
    const row = rowOf(
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
    );
    expect((await ask([row], {})).prices).toEqual(["150.00"]);
    expect((await ask([row], { billing: ["monthly"] })).prices).toEqual(["13.00"]);
  });
});

describe("misspelled words", () => {
  // All of them are Microsoft's by their provider.
  const catalog = [
    named("m365", "Microsoft 365 Business", "Microsoft 365 Business Basic", "Microsoft 365 Business Premium"),
    named("azure", "Azure Plan", "Azure"),
    named("exchange", "Exchange Online", "Exchange Online Plan 1"),
    named("acrobat", "Acrobat Pro", "Acrobat Pro for teams"),
  ];

  it.each([
    ["micorsoft 365 busines", "m365", [{ from: "micorsoft", to: "microsoft" }]],
    ["exchnage onlin", "exchange", [{ from: "exchnage", to: "exchange" }]],
    ["acrobbat", "acrobat", [{ from: "acrobbat", to: "acrobat" }]],
    ["micorso", "m365", [{ from: "micorso", to: "microsoft" }]],
    ["azrue", "azure", [{ from: "azrue", to: "azure" }]],
  ])("%j finds %s first, and it is told what was searched for", async (q, first, corrections) => {
    const { ids, corrections: told } = await ask(catalog, { q });
    expect(ids[0]).toBe(first);
    expect(told).toEqual(corrections);
  });

  it("are searched for as they are when somebody wants that", async () => {
    const { ids, corrections, suggestions } = await ask(catalog, { q: "micorsoft", literal: true });
    expect(ids).toEqual([]);
    expect(corrections).toEqual([]);
    expect(suggestions).toEqual([{ q: "microsoft", total: 4 }]);
  });

  it("are left alone where something has them, and what is more common is suggested", async () => {
    const odd = named("odd", "Micorsoft Tools", "Tools");
    const { ids, corrections, suggestions } = await ask([...catalog, odd], { q: "micorsoft" });
    expect(ids).toEqual(["odd"]);
    expect(corrections).toEqual([]);
    expect(suggestions).toEqual([{ q: "microsoft", total: 5 }]);
  });

  it("are not guessed at in numbers, short words and ids", async () => {
    for (const q of ["366", "azr", "e11", "zzzzqqq"]) {
      expect((await ask(catalog, { q })).corrections, q).toEqual([]);
    }
  });

  it("without a hit together, the words that find more are suggested", async () => {
    const { ids, suggestions } = await ask(catalog, { q: "azure exchange" });
    expect(ids).toEqual([]);
    expect(suggestions.map(({ q }) => q).sort()).toEqual(["azure", "exchange"]);
  });
});

describe("an index", () => {
  const words = ["red", "blue", "green", "redwood", "Él"];
  const word = fc.constantFrom(...words);
  const plan = fc.record({
    skuName: word,
    planName: fc.constantFrom("blue sky", "red", "plain"),
    billing: fc.constantFrom("monthly", "annual"),
    term: fc.constantFrom("P1M", "P1Y", null),
    currency: fc.constantFrom("USD", "EUR"),
    price: fc.constantFrom("1.00", "2.50", null),
    usageBased: fc.boolean(),
    notOrderable: fc.constantFrom("no-price", "disabled", null),
  });
  const product = fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
    vendor: fc.constantFrom("Microsoft", "Google", null),
    categoryIds: fc.subarray(["mail", "security"]),
    keywords: fc.subarray(["blue", "red"]),
    plans: fc.array(plan, { maxLength: 4 }),
  });
  const question = fc.record({
    q: fc.constantFrom("", "red", "red blue", "gre", "el", "red red", "google", "p1-sku", "edw b"),
    vendor: fc.subarray(["Microsoft", "Google", "none"]),
    category: fc.subarray(["mail", "security", "none"]),
    billing: fc.subarray(["monthly", "annual"]),
    term: fc.subarray(["P1M", "P1Y", "none"]),
    currency: fc.subarray(["USD", "EUR"]),
    orderable: fc.boolean(),
  });
  const catalog = fc
    .array(product, { maxLength: 12 })
    .map((made) => made.map((one, place) => rowWith(`p${place}`, one)));

  /** The same question the slow way: one product, all filters spelled out. Answers with the plans that match. */
  function matchingPlans({ product, plans }: IndexedRow, asked: Question): number[] | undefined {
    const has = (chosen: readonly string[], values: readonly string[]) =>
      chosen.length === 0 || values.some((value) => chosen.includes(value));
    const wanted = fold(asked.q).split(" ").filter(Boolean);
    const own = [product.name, product.id, product.vendor ?? ""].map(fold).join("\n");
    // Ids are looked up for what looks like one, and for what the catalog's texts don't have.
    const found = (plan: (typeof plans)[number] | undefined, keywords: readonly string[]) =>
      wanted.every((one) =>
        [own, ...(plan ? [fold(plan.skuName), fold(plan.planName), plan.ids] : []), ...keywords]
          .join("\n")
          .includes(one),
      );
    const keywords = plans.some((one) => found(one, [])) ? [] : product.keywords;
    if (!has(asked.vendor, [product.vendor ?? NO_VALUE])) return undefined;
    if (!has(asked.category, product.categoryIds.length > 0 ? product.categoryIds : [NO_VALUE]))
      return undefined;
    if (plans.length === 0) {
      const planFilters =
        asked.billing.length + asked.term.length + asked.currency.length > 0 || asked.orderable;
      return !planFilters && found(undefined, keywords) ? [] : undefined;
    }
    const matching = plans.flatMap((one, place) =>
      found(one, keywords) &&
      has(asked.billing, [one.billing]) &&
      has(asked.term, [one.term ?? NO_VALUE]) &&
      has(asked.currency, [one.currency ?? NO_VALUE]) &&
      (!asked.orderable || one.notOrderable === null)
        ? [place]
        : [],
    );
    return matching.length > 0 ? matching : undefined;
  }

  it("answers as a scan over everything does, with every count of every facet", async () => {
    const values: Record<FacetName, string[]> = {
      vendor: ["Microsoft", "Google", "none"],
      category: ["mail", "security", "none"],
      billing: ["monthly", "annual"],
      term: ["P1M", "P1Y", "none"],
      currency: ["USD", "EUR"],
    };
    await fc.assert(
      fc.asyncProperty(catalog, question, async (rows, partial) => {
        const asked = { ...NOTHING, ...partial, literal: true };
        const { ids, matches, index } = await ask(rows, asked);
        const expected = rows.filter((row) => matchingPlans(row, asked));
        expect(ids.toSorted()).toEqual(expected.map(({ product }) => product.id).toSorted());
        for (const row of expected) {
          const ordinal = index.ordinals.get(row.product.id) ?? -1;
          const plans = (matchingPlans(row, asked) ?? []).map((place) => row.plans[place]);
          const match = matchOf(matches, ordinal);
          expect(match?.plans).toHaveLength(plans.length);
          const facts = match?.facts ?? 0;
          expect((facts & USAGE) !== 0).toBe(plans.some((one) => one?.usageBased));
          expect((facts & CAN_BE_ORDERED) !== 0).toBe(plans.some((one) => one?.notOrderable === null));
        }
        for (const facet of Object.keys(values) as FacetName[]) {
          for (const value of values[facet]) {
            const found = rows.filter((one) => matchingPlans(one, { ...asked, [facet]: [value] })).length;
            const codes: readonly (string | null)[] =
              facet === "category" ? [...index.values.category, null] : index.values[facet];
            const code = codes.findIndex((one) => (one ?? NO_VALUE) === value);
            expect(matches.counts[facet][code] ?? 0, `${facet} ${value}`).toBe(found);
          }
        }
        expect(matches.orderableCount).toBe(
          rows.filter((one) => matchingPlans(one, { ...asked, orderable: true })).length,
        );
      }),
      { numRuns: 300 },
    );
  });
});
