import "server-only";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/require-permission";
import { readSearchedText } from "@/lib/customers/found-by-text";
import { requireCustomers } from "@/lib/customers/require-customers";
import type { CsvColumn } from "@/lib/lists/csv-response";
import { exportList } from "@/lib/lists/export-list";
import {
  SUBSCRIPTION_COLUMNS,
  type SubscriptionColumn,
  type SubscriptionListQuery,
  toSubscriptionListParams,
} from "./subscription-list-query";
import { subscriptionListReader } from "./subscription-list-reader";
import type { SubscriptionRow } from "./subscription-schemas";
import { statusWord } from "./subscription-status";

/**
 * The list as a CSV file: its rows in its order, all of them, with the columns asked for in the person's language. Throws
 * AppError NOT_FOUND when one of the customers asked for is somebody else's.
 */
export async function exportSubscriptions(
  query: SubscriptionListQuery,
  columns: readonly SubscriptionColumn[] = SUBSCRIPTION_COLUMNS,
  within?: string,
): Promise<Response> {
  const actor = await requirePermission("subscriptions:read", within);
  requireCustomers(actor, query.customer);
  const t = await getTranslations("subscriptions");
  const statusText = (status: string | null) => {
    const word = statusWord(status);
    return word ? t(`status.${word}`) : status ? t("statusRaw", { raw: status }) : t("statusUnknown");
  };
  const known: Record<SubscriptionColumn, CsvColumn<SubscriptionRow>[]> = {
    name: [{ header: t("columns.name"), cell: (row) => row.name }],
    customer: [
      {
        header: t("columns.customer"),
        cell: (row) => row.customerName ?? t("customerId", { id: row.customerId }),
      },
    ],
    vendor: [{ header: t("columns.vendor"), cell: (row) => row.providerName }],
    seats: [{ header: t("columns.seats"), cell: (row) => row.seats }],
    unit: [
      {
        header: t("columns.unit"),
        cell: ({ billingType, unitPrice }) => (billingType === "usage" ? t("usage") : unitPrice?.amount),
      },
      {
        header: t("columns.currency"),
        cell: ({ billingType, unitPrice }) => (billingType === "usage" ? null : unitPrice?.currency),
      },
    ],
    status: [{ header: t("columns.status"), cell: (row) => statusText(row.status) }],
    term: [
      {
        header: t("columns.term"),
        cell: ({ term, termText }) => (term ? t(`term.${term.unit}`, { count: term.count }) : termText),
      },
    ],
    renewal: [
      { header: t("columns.renewal"), cell: (row) => renewalOf(row) ?? (row.endless ? t("noEnd") : null) },
    ],
    start: [{ header: t("columns.start"), cell: (row) => row.startsAt }],
    updated: [{ header: t("columns.updated"), cell: (row) => row.updatedAt }],
    id: [{ header: t("columns.id"), cell: (row) => row.id }],
  };
  const text = await readSearchedText(actor, query.q);
  return exportList(
    actor,
    "subscriptions",
    { ...toSubscriptionListParams(query), ...(within ? { customer: within } : {}) },
    subscriptionListReader(actor, { ...query, within, text }),
    columns.flatMap((column) => known[column]),
  );
}

/** When it renews or, where it does not renew by itself, ends: as the list shows it. */
function renewalOf({ autoRenew, state, renewsAt, endsAt }: SubscriptionRow): string | null {
  const renews = autoRenew !== false && state !== "ended";
  return (renews ? renewsAt : null) ?? endsAt;
}
