import "server-only";
import { and, asc, eq, gt, gte, lte } from "drizzle-orm";
import { getDb } from "@/lib/db/client";
import { mirrorLabels, mirrorPlans, mirrorProducts } from "@/lib/db/schema/mirror";
import type { CatalogIndex, IndexedPlan } from "./catalog-index";
import { IndexBuilder } from "./index-builder";
import type { Pause } from "./sort-in-slices";

/** Small enough that the embedded database, which runs in this very thread, is done with it in some milliseconds. */
const BATCH = 60;

/** Gives the event loop its turn. */
const pause: Pause = () => new Promise((resolve) => setImmediate(resolve));

/** Reads an account's catalog out of the mirror, in small pieces so that nobody waits for it, and makes an index of it. */
export async function readIndex(accountId: string): Promise<CatalogIndex> {
  const builder = new IndexBuilder();
  let last = "";
  for (;;) {
    const batch = await readBatch(accountId, last);
    const plans = await readPlans(accountId, batch);
    for (const { id, ...product } of batch) builder.add({ id, ...product }, plans.get(id) ?? []);
    await pause();
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) break;
    last = end.id;
  }
  return builder.build(await readCategoryNames(accountId), pause);
}

async function readBatch(accountId: string, after: string) {
  const db = await getDb();
  return db
    .select({
      id: mirrorProducts.id,
      name: mirrorProducts.name,
      sortName: mirrorProducts.sortName,
      vendor: mirrorProducts.vendor,
      categoryIds: mirrorProducts.categoryIds,
      caption: mirrorProducts.caption,
      keywords: mirrorProducts.keywords,
      disabled: mirrorProducts.disabled,
    })
    .from(mirrorProducts)
    .where(and(eq(mirrorProducts.accountId, accountId), gt(mirrorProducts.id, after)))
    .orderBy(asc(mirrorProducts.id))
    .limit(BATCH);
}

async function readPlans(accountId: string, products: readonly { id: string }[]) {
  const found = new Map<string, IndexedPlan[]>();
  const [first, last] = [products[0], products.at(-1)];
  if (!first || !last) return found;
  const db = await getDb();
  const rows = await db
    .select({
      productId: mirrorPlans.productId,
      position: mirrorPlans.position,
      ids: mirrorPlans.ids,
      skuName: mirrorPlans.skuName,
      planName: mirrorPlans.planName,
      billing: mirrorPlans.billing,
      unit: mirrorPlans.unit,
      term: mirrorPlans.term,
      currency: mirrorPlans.currency,
      price: mirrorPlans.price,
      yearly: mirrorPlans.yearly,
      usageBased: mirrorPlans.usageBased,
      notOrderable: mirrorPlans.notOrderable,
    })
    .from(mirrorPlans)
    .where(
      and(
        eq(mirrorPlans.accountId, accountId),
        gte(mirrorPlans.productId, first.id),
        lte(mirrorPlans.productId, last.id),
      ),
    )
    .orderBy(asc(mirrorPlans.productId), asc(mirrorPlans.position));
  for (const { productId, ...plan } of rows) {
    const plans = found.get(productId);
    if (plans) plans.push(plan);
    else found.set(productId, [plan]);
  }
  return found;
}

async function readCategoryNames(accountId: string): Promise<ReadonlyMap<string, string>> {
  const db = await getDb();
  const rows = await db
    .select({ id: mirrorLabels.id, name: mirrorLabels.name })
    .from(mirrorLabels)
    .where(and(eq(mirrorLabels.accountId, accountId), eq(mirrorLabels.kind, "category")));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
