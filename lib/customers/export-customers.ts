import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/require-permission";
import type { CsvColumn } from "@/lib/lists/csv-response";
import { exportList } from "@/lib/lists/export-list";
import { countryName } from "./country-names";
import {
  CUSTOMER_COLUMNS,
  type CustomerColumn,
  type CustomerListQuery,
  toCustomerListParams,
} from "./customer-list-query";
import { customerListReader } from "./customer-list-reader";
import type { CustomerRow } from "./schemas";

/** The list as a CSV file: its rows in its order, all of them, with the columns asked for in the person's language. */
export async function exportCustomers(
  query: CustomerListQuery,
  columns: readonly CustomerColumn[] = CUSTOMER_COLUMNS,
): Promise<Response> {
  const actor = await requirePermission("customers:read");
  const [t, locale] = await Promise.all([getTranslations("customers"), getLocale()]);
  const known: Record<CustomerColumn, CsvColumn<CustomerRow>> = {
    name: { header: t("columns.organization"), cell: (row) => row.organization },
    status: { header: t("columns.status"), cell: (row) => t(`status.${row.status}`) },
    contact: { header: t("columns.contact"), cell: (row) => row.contactName },
    email: { header: t("columns.email"), cell: (row) => row.email },
    domain: { header: t("columns.domain"), cell: (row) => row.domain },
    country: {
      header: t("columns.country"),
      cell: (row) => row.country && countryName(locale, row.country.toUpperCase()),
    },
    created: { header: t("columns.created"), cell: (row) => row.createdAt },
    id: { header: t("columns.id"), cell: (row) => row.id },
  };
  return exportList(
    actor,
    "customers",
    toCustomerListParams(query),
    customerListReader(actor, query, locale),
    columns.map((column) => known[column]),
  );
}
