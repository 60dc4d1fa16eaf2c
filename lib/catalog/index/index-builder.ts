import { fold } from "@/lib/fold";
import {
  BILLING_PERIODS,
  type BillingPeriod,
  NOT_ORDERABLE_REASONS,
  type NotOrderableReason,
  type Plan,
} from "../schemas";
import type { CatalogIndex, IndexedPlan, IndexedProduct } from "./catalog-index";
import { CodeTable } from "./code-table";
import { FoldedTexts } from "./folded-texts";
import { GrowingNumbers } from "./growing-numbers";
import { IdGramsBuilder } from "./id-grams";
import { bareWord, lettersOf } from "./letters";
import { PostingsBuilder } from "./postings";
import { rankPrices } from "./price-ranks";
import { type Pause, sortInSlices } from "./sort-in-slices";

const CAPTION_LENGTH = 160;
const UNITS: readonly Plan["unit"][] = ["seat", "unit"];
/** Names of plans repeat; the words of the last few thousand are known. */
const KNOWN_TEXTS = 4_000;

/** Makes an index out of products and their plans, which come in the order of the products' ids. */
export class IndexBuilder {
  private readonly products: Omit<IndexedProduct, "categoryIds" | "keywords">[] = [];
  private readonly tables = {
    vendor: new CodeTable<string | null>(),
    category: new CodeTable<string>(),
    skuName: new CodeTable<string>(),
    term: new CodeTable<string | null>(),
    currency: new CodeTable<string | null>(),
    price: new CodeTable<string>(),
  };
  private readonly words = new CodeTable<string>();
  private readonly postings = {
    names: new PostingsBuilder(),
    vendors: new PostingsBuilder(),
    keywords: new PostingsBuilder(),
    plans: new PostingsBuilder(),
  };
  private readonly columns = {
    vendor: new GrowingNumbers(),
    categoryStart: new GrowingNumbers(),
    categories: new GrowingNumbers(),
    planStart: new GrowingNumbers(),
    position: new GrowingNumbers(),
    skuName: new GrowingNumbers(),
    billing: new GrowingNumbers(),
    unit: new GrowingNumbers(),
    term: new GrowingNumbers(),
    currency: new GrowingNumbers(),
    price: new GrowingNumbers(),
    usageBased: new GrowingNumbers(),
    reason: new GrowingNumbers(),
    kind: new GrowingNumbers(),
    productOfPlan: new GrowingNumbers(),
  };
  private readonly idGrams = new IdGramsBuilder(2_048);
  private readonly productIdGrams = new IdGramsBuilder(512);
  private amounts = new Float64Array(1_024);
  private readonly knownTexts = new Map<string, readonly number[]>();

  add(product: IndexedProduct, plans: readonly IndexedPlan[]): void {
    const { columns, tables, postings } = this;
    const ordinal = this.products.length;
    const { id, name, sortName, vendor, caption, disabled } = product;
    const cut = caption && caption.length > CAPTION_LENGTH ? `${caption.slice(0, CAPTION_LENGTH)}…` : caption;
    this.products.push({ id, name, sortName, vendor, caption: cut, disabled });
    this.productIdGrams.add(ordinal, fold(id));
    columns.vendor.push(tables.vendor.codeOf(vendor));
    columns.categoryStart.push(columns.categories.length);
    for (const category of new Set(product.categoryIds))
      columns.categories.push(tables.category.codeOf(category));
    for (const word of this.wordsOf(name)) postings.names.add(word, ordinal);
    if (vendor) for (const word of this.wordsOf(vendor)) postings.vendors.add(word, ordinal);
    for (const keyword of product.keywords) {
      for (const word of this.wordsOf(keyword)) postings.keywords.add(word, ordinal);
    }
    columns.planStart.push(columns.position.length);
    for (const plan of plans) this.addPlan(ordinal, plan);
  }

  private addPlan(product: number, plan: IndexedPlan): void {
    const { columns, tables, postings } = this;
    const ordinal = columns.position.length;
    this.idGrams.add(product, plan.ids);
    columns.position.push(plan.position);
    columns.productOfPlan.push(product);
    columns.skuName.push(tables.skuName.codeOf(plan.skuName));
    columns.billing.push(
      orLast(BILLING_PERIODS.indexOf(plan.billing as BillingPeriod), BILLING_PERIODS.length),
    );
    columns.unit.push(orLast(UNITS.indexOf(plan.unit as Plan["unit"]), UNITS.length));
    columns.term.push(tables.term.codeOf(plan.term));
    columns.currency.push(tables.currency.codeOf(plan.currency));
    const price = plan.currency === null ? null : plan.price;
    columns.price.push(price === null ? 0 : tables.price.codeOf(price) + 1);
    columns.usageBased.push(Number(plan.usageBased));
    columns.reason.push(
      plan.notOrderable === null
        ? 0
        : NOT_ORDERABLE_REASONS.indexOf(plan.notOrderable as NotOrderableReason) + 1,
    );
    columns.kind.push(price === null ? 2 : plan.yearly === null ? 1 : 0);
    if (ordinal >= this.amounts.length) {
      const larger = new Float64Array(this.amounts.length * 2);
      larger.set(this.amounts);
      this.amounts = larger;
    }
    this.amounts[ordinal] = Number(plan.yearly ?? price ?? 0);
    for (const word of this.wordsOf(plan.skuName)) postings.plans.add(word, ordinal);
    for (const word of this.wordsOf(plan.planName)) postings.plans.add(word, ordinal);
  }

  private wordsOf(text: string): readonly number[] {
    const known = this.knownTexts.get(text);
    if (known) return known;
    const codes = fold(text)
      .split(" ")
      .filter(Boolean)
      .map((word) => this.words.codeOf(word));
    if (this.knownTexts.size >= KNOWN_TEXTS) this.knownTexts.clear();
    this.knownTexts.set(text, codes);
    return codes;
  }

  /** The index. `pause` is awaited between its pieces; the builder is of no use afterwards. */
  async build(categoryNames: ReadonlyMap<string, string>, pause: Pause): Promise<CatalogIndex> {
    const { products, tables, columns } = this;
    const count = products.length;
    columns.planStart.push(columns.position.length);
    columns.categoryStart.push(columns.categories.length);
    const vendor = columns.vendor.copy();
    const byName = await sortInSlices(count, (one, other) => this.compareNames(one, other), pause);
    const nameRank = new Uint32Array(count);
    byName.forEach((product, rank) => {
      nameRank[product] = rank;
    });
    const planStart = columns.planStart.copy();
    const currency = Uint16Array.from(columns.currency.view());
    await pause();
    const priceRanks = await rankPrices({
      planCount: columns.position.length,
      currency,
      currencies: tables.currency.values,
      kind: Uint8Array.from(columns.kind.view()),
      amount: this.amounts,
      pause,
    });
    const vocabulary = await this.buildVocabulary(pause);
    const foldedNames = await foldAll(
      products.map(({ name }) => name),
      pause,
    );
    const foldedIds = await foldAll(
      products.map(({ id }) => id),
      pause,
    );
    const foldedSkuNames = await foldAll(tables.skuName.values, pause);
    return {
      productCount: count,
      planCount: columns.position.length,
      ids: products.map(({ id }) => id),
      ordinals: new Map(products.map(({ id }, ordinal) => [id, ordinal])),
      names: products.map(({ name }) => name),
      captions: products.map(({ caption }) => caption),
      disabled: Uint8Array.from(products, ({ disabled }) => Number(disabled)),
      vendor,
      categoryStart: columns.categoryStart.copy(),
      categories: columns.categories.copy(),
      planStart,
      position: columns.position.copy(),
      skuName: columns.skuName.copy(),
      billing: Uint8Array.from(columns.billing.view()),
      unit: Uint8Array.from(columns.unit.view()),
      term: Uint16Array.from(columns.term.view()),
      currency,
      price: columns.price.copy(),
      usageBased: Uint8Array.from(columns.usageBased.view()),
      reason: Uint8Array.from(columns.reason.view()),
      values: {
        vendor: tables.vendor.values,
        category: tables.category.values,
        skuName: tables.skuName.values,
        billing: BILLING_PERIODS,
        unit: UNITS,
        term: tables.term.values,
        currency: tables.currency.values,
        price: tables.price.values,
        reason: NOT_ORDERABLE_REASONS,
      },
      categoryNames,
      foldedNames,
      foldedIds,
      foldedSkuNames,
      idGrams: this.idGrams.build(),
      productIdGrams: this.productIdGrams.build(),
      vocabulary,
      byName,
      nameRank,
      byVendor: orderByVendor(byName, vendor, tables.vendor.values),
      productOfPlan: columns.productOfPlan.copy(),
      ...priceRanks,
    };
  }

  private compareNames(one: number, other: number): number {
    const [a, b] = [this.products[one], this.products[other]];
    if (!a || !b) return 0;
    if (a.sortName !== b.sortName) return a.sortName < b.sortName ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  }

  private async buildVocabulary(pause: Pause): Promise<CatalogIndex["vocabulary"]> {
    const words = this.words.values;
    const letters = new Uint32Array(words.length);
    const lengths = new Uint16Array(words.length);
    await inSlices(words, pause, (word, index) => {
      const bare = bareWord(word);
      letters[index] = lettersOf(bare);
      lengths[index] = bare.length;
    });
    const { names, vendors, keywords, plans } = this.postings;
    return {
      words: new FoldedTexts(words),
      names: await names.build(words.length, pause),
      vendors: await vendors.build(words.length, pause),
      keywords: await keywords.build(words.length, pause),
      plans: await plans.build(words.length, pause),
      letters,
      lengths,
    };
  }
}

function orLast(index: number, count: number): number {
  return index === -1 ? count - 1 : index;
}

const SLICE = 4_000;

async function inSlices<Item>(
  items: readonly Item[],
  pause: Pause,
  work: (item: Item, index: number) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += SLICE) {
    items.slice(from, from + SLICE).forEach((item, index) => {
      work(item, from + index);
    });
    await pause();
  }
}

async function foldAll(texts: readonly string[], pause: Pause): Promise<FoldedTexts> {
  const folded: string[] = [];
  await inSlices(texts, pause, (text) => folded.push(fold(text)));
  return new FoldedTexts(folded);
}

/** Vendors by name, products without one last. Few vendors, so each gets its share of the products by name. */
function orderByVendor(
  byName: Uint32Array,
  vendor: Uint32Array,
  vendors: readonly (string | null)[],
): Uint32Array {
  const shares: number[][] = vendors.map(() => []);
  for (const product of byName) shares[vendor[product] ?? 0]?.push(product);
  return Uint32Array.from(vendorOrder(vendors).flatMap((code) => shares[code] ?? []));
}

/** Codes of vendors in the order of their folded names, the one that is none last. */
export function vendorOrder(vendors: readonly (string | null)[]): number[] {
  const key = (code: number) => vendorKey(vendors[code] ?? null);
  return vendors.map((_, code) => code).sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** What vendors are put in order by; equal for no two of them. */
export function vendorKey(vendor: string | null): string {
  return vendor === null ? "\uffff" : `${fold(vendor)}\u0000${vendor}`;
}
