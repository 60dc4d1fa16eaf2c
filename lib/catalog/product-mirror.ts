import "server-only";
import { mirrorPlans, mirrorProducts } from "@/lib/db/schema/mirror";
import type { IonClient } from "@/lib/ion/client";
import { isIonError } from "@/lib/ion/errors";
import { type IonProduct, productSchema } from "@/lib/ion/schemas/products";
import { detailFields } from "@/lib/mirror/detail-fields";
import { keepLabels, readLabels } from "@/lib/mirror/labels";
import type { MirrorContext, MirrorRow, MirrorSource } from "@/lib/mirror/mirror-source";
import { sortKey } from "@/lib/mirror/sort-key";
import { toPlan } from "./map-plan";
import { planContext, productName } from "./map-product";
import { toPlainText } from "./plain-text";
import { readIonCategoryNames, readIonProviderNames } from "./read-label-names";
import { searchText } from "./search-text";
import { providerIdOf, vendorOf } from "./vendor";

const CAPTION_LENGTH = 160;

/** How products are mirrored: each with its plans, one row a way to buy one SKU, at the account's own prices. */
export const productMirror: MirrorSource<IonProduct, typeof mirrorProducts> = {
  resource: "products",
  table: mirrorProducts,
  children: [{ table: mirrorPlans, parentColumn: "productId" }],
  idOf: (product) => product.id,
  toRow,
  fromRaw: (raw) => productSchema.parse(raw),
  detail: detailFields("versionHistory", "etag"),
  prepare: keepNames,
  context: async (accountId) => ({ providerNames: await readLabels(accountId, "provider") }),
  readPage: async (ion, from, { pageSize, signal }) => {
    const page = await ion.products.readPage({ pageSize, pageToken: from ?? undefined, signal });
    return { items: page.items, skipped: page.skipped, next: page.nextPageToken, total: page.totalCount };
  },
  readOne: async (ion, { id }) => {
    try {
      return await ion.products.get(id);
    } catch (error) {
      if (isIonError(error, "not-found")) return null;
      throw error;
    }
  },
  changedAt: (product) => product.updatedAt,
  watched: ["name", "disabled", "vendor", "providerId"],
  nameOf: ({ id, name }) => (typeof name === "string" ? name : id),
};

async function keepNames(ion: IonClient, accountId: string): Promise<void> {
  const [providers, categories] = await Promise.all([readIonProviderNames(ion), readIonCategoryNames(ion)]);
  await keepLabels(accountId, "provider", providers);
  await keepLabels(accountId, "category", categories);
}

function toRow(product: IonProduct, { providerNames }: MirrorContext): MirrorRow<typeof mirrorProducts> {
  const name = productName(product);
  const caption = toPlainText(product.marketing?.caption ?? null);
  return {
    columns: {
      id: product.id,
      name,
      sortName: sortKey(name),
      vendor: vendorOf(product, providerNames),
      providerId: providerIdOf(product),
      categoryIds: product.categoryIds,
      caption: caption && caption.length > CAPTION_LENGTH ? `${caption.slice(0, CAPTION_LENGTH)}…` : caption,
      keywords: product.marketing?.searchKeywords ?? [],
      disabled: product.disabled,
      updatedAt: product.updatedAt,
      raw: product.raw,
    },
    children: [plansOf(product)],
  };
}

function plansOf(product: IonProduct): Record<string, unknown>[] {
  const common = planContext(product, true);
  const plans = (product.definition?.skus ?? []).flatMap((sku) =>
    sku.plans.map((ionPlan) => {
      const plan = toPlan(ionPlan, { ...common, parent: sku, isAddOn: false });
      return {
        skuId: plan.skuId,
        planId: plan.planId,
        skuName: plan.skuName,
        planName: plan.name,
        mfgPartNumber: plan.mfgPartNumber,
        vendorSkuId: plan.vendorSkuId,
        vendorPlanId: ionPlan.vendorProductId,
        ids: searchText(
          plan.skuId,
          plan.planId,
          plan.mfgPartNumber,
          plan.vendorSkuId,
          ionPlan.vendorProductId,
        ),
        billing: plan.billingPeriod,
        unit: plan.unit,
        term: plan.term,
        currency: plan.currency,
        price: plan.price?.amount ?? null,
        cost: plan.cost?.amount ?? null,
        yearly: plan.yearlyPrice?.amount ?? null,
        usageBased: plan.usageBased,
        notOrderable: plan.orderable.ok ? null : plan.orderable.reason,
      };
    }),
  );
  return plans.map((plan, position) => ({ position, ...plan }));
}
