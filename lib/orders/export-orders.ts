import "server-only";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import type { CsvColumn } from "@/lib/lists/csv-response";
import { exportList } from "@/lib/lists/export-list";
import { ORDER_COLUMNS, type OrderColumn, type OrderListQuery, toOrderListParams } from "./order-list-query";
import { orderListReader } from "./order-list-reader";
import type { OrderRow } from "./order-schemas";

/**
 * The list as a CSV file: its rows in its order, all of them, with the columns asked for in the person's language. Throws
 * AppError NOT_FOUND when one of the customers asked for is somebody else's.
 */
export async function exportOrders(
  query: OrderListQuery,
  columns: readonly OrderColumn[] = ORDER_COLUMNS,
  within?: string,
): Promise<Response> {
  const actor = await requirePermission("orders:read", within);
  requireCustomers(actor, query.customer);
  const t = await getTranslations("orders");
  const known: Record<OrderColumn, CsvColumn<OrderRow>[]> = {
    order: [{ header: t("columns.order"), cell: (row) => row.id }],
    customer: [
      {
        header: t("columns.customer"),
        cell: (row) => row.customerName ?? t("customerId", { id: row.customerId }),
      },
    ],
    what: [
      {
        header: t("columns.what"),
        cell: ({ title, planName, moreItems }) =>
          [title, planName, moreItems > 0 ? t("more", { count: moreItems }) : null]
            .filter(Boolean)
            .join(" · "),
      },
    ],
    seats: [{ header: t("columns.seats"), cell: (row) => row.seats }],
    total: [
      // Of several currencies each has its total, in the same place of both cells.
      { header: t("columns.total"), cell: ({ totals }) => totals.map(({ amount }) => amount).join("; ") },
      {
        header: t("columns.currency"),
        cell: ({ totals }) => totals.map(({ currency }) => currency).join("; "),
      },
    ],
    status: [
      {
        header: t("columns.status"),
        cell: ({ status: { phase, raw } }) =>
          phase === "unknown" && raw ? t("unknownStatus", { raw }) : t(`phase.${phase}`),
      },
    ],
    created: [{ header: t("columns.created"), cell: (row) => row.createdAt }],
    updated: [{ header: t("columns.updated"), cell: (row) => row.updatedAt }],
  };
  const text = await readSearchedText(actor, query.q);
  return exportList(
    actor,
    "orders",
    { ...toOrderListParams(query), ...(within ? { customer: within } : {}) },
    orderListReader(actor, { ...query, within, text }, Date.now()),
    columns.flatMap((column) => known[column]),
  );
}
