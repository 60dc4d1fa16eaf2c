import type { IonProduct } from "@/lib/ion/schemas/products";
import { sortKey } from "@/lib/mirror/sort-key";
import type { CatalogIndex, IndexedPlan, IndexedProduct } from "../index/catalog-index";
import { IndexBuilder } from "../index/index-builder";
import type { FindIds } from "../index/question";
import { productMirror } from "../product-mirror";
import { searchText } from "../search-text";
import { PROVIDERS } from "./ion-product";

/** A product with its plans, as the index takes them. */
export type IndexedRow = { product: IndexedProduct; plans: IndexedPlan[] };

const now = async () => undefined;

/** An index of these rows, whatever order they come in. */
export async function indexOf(
  rows: readonly IndexedRow[],
  categoryNames: ReadonlyMap<string, string> = new Map(),
): Promise<CatalogIndex> {
  const builder = new IndexBuilder();
  for (const { product, plans } of rows.toSorted((a, b) => (a.product.id < b.product.id ? -1 : 1))) {
    builder.add(product, plans);
  }
  return builder.build(categoryNames, now);
}

/** What the mirror keeps of Ion's product, as the index reads it. */
export function rowOf(product: IonProduct): IndexedRow {
  const { columns, children } = productMirror.toRow(product, { providerNames: PROVIDERS });
  const { id, name, sortName, vendor = null, categoryIds, caption = null, keywords, disabled } = columns;
  return {
    product: { id, name, sortName, vendor, categoryIds, caption, keywords, disabled },
    plans: (children?.[0] ?? []) as IndexedPlan[],
  };
}

/** A made-up product; `changes` says what is special about it. */
export function rowWith(
  id: string,
  changes: Partial<Omit<IndexedProduct, "id" | "sortName">> & { plans?: Partial<IndexedPlan>[] } = {},
): IndexedRow {
  const { plans = [], ...product } = changes;
  const name = product.name ?? id;
  return {
    product: {
      id,
      sortName: sortKey(name),
      vendor: null,
      categoryIds: [],
      caption: null,
      keywords: [],
      disabled: false,
      ...product,
      name,
    },
    plans: plans.map((plan, position) => ({
      position,
      ids: searchText(`${id}-sku-${position}`),
      skuName: "Seat",
      planName: "Seat",
      billing: "monthly",
      unit: "seat",
      term: null,
      currency: "USD",
      price: null,
      yearly: null,
      usageBased: false,
      notOrderable: null,
      ...plan,
    })),
  };
}

/** Looks ids up in the rows themselves, as the database would. */
export function idsIn(rows: readonly IndexedRow[]): FindIds {
  return async (fragment, whole) => ({
    more: false,
    hits: rows.flatMap(({ product, plans }) =>
      plans
        .filter(({ ids }) => ids.includes(fragment))
        .map(({ position, ids }) => ({
          productId: product.id,
          position,
          exact: ids.includes(`\n${whole}\n`),
        })),
    ),
  });
}
