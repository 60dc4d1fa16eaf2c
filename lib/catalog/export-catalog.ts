import "server-only";
import { getTranslations } from "next-intl/server";
import { mayActor, requirePermission } from "@/lib/auth/require-permission";
import type { CsvColumn } from "@/lib/lists/csv-response";
import { exportRows } from "@/lib/lists/export-list";
import { CATALOG_COLUMNS, type CatalogColumn } from "./catalog-columns";
import { eachPlan } from "./each-plan";
import { catalogIndex } from "./index/keep-index";
import { askIndex } from "./list-products";
import type { PlanLine } from "./plan-lines";
import { billingPeriodSchema, type CatalogFilters, notOrderableReasonSchema } from "./schemas";
import { toSearch } from "./to-search";

/**
 * The plans the list has found as a CSV file, a line a plan, in the list's order and the person's language. What a plan
 * costs the reseller is a column only for those who may see it, whoever asks for it.
 */
export async function exportCatalog(
  query: CatalogFilters,
  columns: readonly CatalogColumn[] = CATALOG_COLUMNS,
): Promise<Response> {
  const actor = await requirePermission("catalog:read");
  const index = await catalogIndex(actor.accountId);
  const answer = await askIndex(actor, index, query);
  const t = await getTranslations("catalog");
  const term = (duration: string | null) => {
    const [, count, unit] = /^P(\d+)([DWMY])$/.exec(duration ?? "") ?? [];
    return unit ? t(`term.${unit}`, { count: Number(count) }) : (duration ?? t("term.none"));
  };
  const vendorOf = ({ product }: PlanLine) => index.values.vendor[index.vendor[product] ?? 0];
  const categoriesOf = ({ product }: PlanLine) =>
    Array.from(
      index.categories.subarray(index.categoryStart[product] ?? 0, index.categoryStart[product + 1] ?? 0),
      (code) => index.categoryNames.get(index.values.category[code] ?? "") ?? index.values.category[code],
    ).join(", ");
  const cells: Record<CatalogColumn, CsvColumn<PlanLine>["cell"]> = {
    product: ({ product }) => index.names[product],
    vendor: vendorOf,
    categories: categoriesOf,
    sku: (line) => line.skuName,
    plan: (line) => line.planName,
    partNumber: (line) => line.mfgPartNumber,
    term: (line) => term(line.term),
    billing: ({ billing }) => t(`billing.${billingPeriodSchema.catch("unknown").parse(billing)}`),
    unit: ({ unit }) => t(unit === "seat" ? "csv.seat" : "csv.unitWord"),
    currency: (line) => line.currency,
    price: (line) => line.price,
    perYear: (line) => line.yearly,
    cost: (line) => line.cost,
    orderable: ({ notOrderable }) => {
      const reason = notOrderableReasonSchema.safeParse(notOrderable).data;
      return reason ? t(`reason.${reason}`) : t("compare.yes");
    },
    productId: ({ product }) => index.ids[product],
    skuId: (line) => line.skuId,
    planId: (line) => line.planId,
    vendorSkuId: (line) => line.vendorSkuId,
  };
  const shown = columns.filter((column) => column !== "cost" || mayActor(actor, "prices:cost"));
  const params = Object.fromEntries(
    Object.entries(toSearch(query)).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
  return exportRows(actor, "catalog", params, {
    rows: eachPlan(actor, index, { answer, sort: query.sort }),
    columns: shown.map((column) => ({ header: t(`csv.${column}`), cell: cells[column] })),
  });
}
