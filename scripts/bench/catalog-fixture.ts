import { searchText } from "@/lib/catalog/search-text";
import { getDb } from "@/lib/db/client";
import { mirrorLabels, mirrorPlans, mirrorProducts, mirrorState } from "@/lib/db/schema/mirror";
import { sortKey } from "@/lib/mirror/sort-key";

const BRANDS =
  "Microsoft Google IBM Sophos Adobe Acronis AWS McAfee Veritas Citrix Barracuda Zoom DocuSign Nutanix".split(
    " ",
  );
const QUALITIES = "Cloud Secure Smart Unified Hybrid Managed Advanced Essential Rapid Global".split(" ");
const THINGS =
  "Backup Mail Identity Endpoint Archive Meetings Storage Analytics Desktop Firewall Workflow Support".split(
    " ",
  );
const EDITIONS = ["Standard", "Professional", "Enterprise"];
const KINDS = [
  ["P1M", "monthly", "One-Month commitment for monthly billing", 12],
  ["P1Y", "monthly", "One-Year commitment for monthly billing", 12],
  ["P1Y", "annual", "One-Year commitment for yearly billing", 1],
  ["P3Y", "annual", "Three-Year commitment for yearly billing", 1],
  [null, "monthly", "Flexible plan, billed monthly", 12],
] as const;
export const PLANS_PER_PRODUCT = KINDS.length;
const BATCH = 400;

function pick<Item>(items: readonly Item[], by: number): Item {
  return items[by % items.length] as Item;
}

/** A number without likeness to its neighbours. */
function mixed(number: number): number {
  let seed = Math.imul(number + 1, 2_654_435_761);
  seed = Math.imul(seed ^ (seed >>> 16), 2_246_822_507);
  seed = Math.imul(seed ^ (seed >>> 13), 3_266_489_909);
  return (seed ^ (seed >>> 16)) >>> 0;
}

/** A product of the made-up catalog; the same number is the same product. */
export function benchProduct(number: number) {
  const seed = mixed(number);
  const brand = pick(BRANDS, seed >>> 3);
  const quality = pick(QUALITIES, seed >>> 9);
  const thing = pick(THINGS, seed >>> 15);
  const name = `${brand} ${quality} ${thing} ${number}`;
  const partNumber = `GEN${String(number).padStart(6, "0")}`;
  return { id: `${brand}${quality}${thing}-${number}-smp`, name, brand, quality, thing, partNumber, seed };
}

/** Fills an account's mirror with `products` made-up products of five plans each. */
export async function fillCatalog(accountId: string, products: number): Promise<void> {
  const db = await getDb();
  for (let from = 0; from < products; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, products - from) }, (_, index) =>
      benchProduct(from + index),
    );
    await db.insert(mirrorProducts).values(
      made.map(({ id, name, brand, quality, thing, seed }) => ({
        accountId,
        id,
        hash: "",
        readAt: new Date().toISOString(),
        raw: {},
        name,
        sortName: sortKey(name),
        vendor: brand,
        categoryIds: [thing.toLowerCase()],
        caption: `${quality} ${thing.toLowerCase()} from ${brand}.`,
        keywords: [thing.toLowerCase()],
        disabled: seed % 40 === 0,
      })),
    );
    const plans = made.flatMap(({ id, brand, quality, thing, partNumber, seed }) =>
      KINDS.map(([term, billing, label, times], position) => {
        const edition = position % 3;
        const skuId = `${thing}-${EDITIONS[edition]}-${partNumber}`;
        const planId = `${label.split(" ")[0]}-${position}`;
        const part = `${partNumber}:000${edition + 1}:${term ?? "OT"}:${billing === "annual" ? "Y" : "M"}`;
        const vendorSkuId = `US,${partNumber},000${edition + 1}`;
        const price = ((seed % 9_000) + 100 * (edition + 1)) / 100;
        return {
          accountId,
          productId: id,
          position,
          skuId,
          planId,
          skuName: `${brand} ${quality} ${thing} ${EDITIONS[edition]}`,
          planName: label,
          mfgPartNumber: part,
          vendorSkuId,
          vendorPlanId: `${vendorSkuId},${label}`,
          ids: searchText(skuId, planId, part, vendorSkuId, `${vendorSkuId},${label}`),
          billing,
          unit: "seat",
          term,
          currency: pick(["USD", "USD", "USD", "EUR", "GBP"], seed >>> 21),
          price: price.toFixed(2),
          cost: (price * 0.8).toFixed(2),
          yearly: (price * times).toFixed(2),
          usageBased: false,
          notOrderable: seed % 40 === 0 ? "disabled" : null,
        };
      }),
    );
    await db.insert(mirrorPlans).values(plans);
  }
  await db
    .insert(mirrorLabels)
    .values(
      THINGS.map((thing) => ({ accountId, kind: "category" as const, id: thing.toLowerCase(), name: thing })),
    );
  const now = new Date().toISOString();
  await db
    .insert(mirrorState)
    .values({ accountId, resource: "products", fullAt: now, syncedAt: now, version: 1 });
}

type Question = { kind: string; search: Record<string, string> };

const FACETS: Record<string, string>[] = [
  { vendor: "Microsoft,IBM" },
  { billing: "annual", orderable: "true" },
  { term: "P1Y", currency: "EUR" },
  { category: "backup,mail" },
];

/** The fixed mix of 200 questions: 25 of each of eight kinds, every fourth one with facets, in all orders. */
export function searchMix(products: number): Question[] {
  const kinds: Record<string, (number: number) => string> = {
    broad: (number) =>
      pick([...BRANDS, ...QUALITIES, ...THINGS, "commitment", "billing", "a", "e"], number).toLowerCase(),
    twoWords: (number) => `${pick(BRANDS, number)} ${pick(THINGS, number * 7)}`,
    prefix: (number) => pick(BRANDS, number).slice(0, 1 + (number % 4)),
    longPrefix: (number) =>
      `${pick(BRANDS, number)} ${pick(QUALITIES, number)} ${pick(THINGS, number * 3).slice(0, 2 + (number % 3))}`,
    misspelled: (number) => `${swapped(pick(BRANDS, number))} ${swapped(pick(THINGS, number * 3))}`,
    sku: (number) => {
      const { thing, partNumber } = benchProduct((number * 797) % products);
      return `${thing}-Standard-${partNumber}`;
    },
    partNumber: (number) => {
      const { partNumber } = benchProduct((number * 1_013) % products);
      return number % 3 === 0 ? `${partNumber}:0001:P1M:M` : partNumber.slice(0, 7 + (number % 3));
    },
    noHit: (number) => `qzx${number}wv kjh`,
  };
  const sorts = ["relevance", "relevance", "name", "price", "-price", "vendor"];
  return Object.entries(kinds).flatMap(([kind, question]) =>
    Array.from({ length: 25 }, (_, number) => ({
      kind,
      search: {
        q: question(number),
        sort: pick(sorts, number),
        ...(number % 4 === 1 ? pick(FACETS, (number - 1) / 4) : {}),
      },
    })),
  );
}

/** Two letters in the middle change places. */
function swapped(word: string): string {
  const at = Math.max(1, Math.floor(word.length / 2) - 1);
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}
