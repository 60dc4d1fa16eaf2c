"use client";

import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { DateOnly } from "@/components/ui/date-time";
import type { CustomerRow } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import { CustomerStatusBadge } from "../../_components/customer-status-badge";
import { useCountryName } from "../../_components/use-country-name";

const none = <span className="text-3">–</span>;

/** The columns of the customer list. */
export function useCustomerColumns(): DataColumn<CustomerRow>[] {
  const t = useTranslations("customers.columns");
  const countryName = useCountryName();
  return useMemo(
    () => [
      {
        id: "name",
        sortable: true,
        size: 270,
        header: t("organization"),
        cell: (row) => row.organization,
      },
      {
        id: "status",
        sortable: true,
        size: 120,
        header: t("status"),
        cell: (row) => <CustomerStatusBadge status={row.status} plain />,
        phone: "aside",
      },
      {
        id: "contact",
        sortable: true,
        size: 170,
        header: t("contact"),
        cell: (row) => row.contactName || none,
        phone: "line",
      },
      {
        id: "email",
        sortable: true,
        size: 250,
        header: t("email"),
        cell: (row) => row.email || none,
        phone: "line",
      },
      {
        id: "domain",
        sortable: true,
        size: 200,
        header: t("domain"),
        cell: (row) => row.domain || none,
        phone: "hidden",
        defaultHidden: true,
      },
      {
        id: "country",
        sortable: true,
        size: 150,
        header: t("country"),
        cell: (row) => (row.country && countryName(row.country)) || none,
        phone: "line",
      },
      {
        id: "created",
        sortable: true,
        size: 120,
        header: t("created"),
        cell: (row) => (row.createdAt ? <DateOnly value={row.createdAt} /> : none),
        descFirst: true,
        phone: "hidden",
      },
      {
        id: "id",
        sortable: true,
        size: 110,
        header: t("id"),
        cell: (row) => row.id,
        align: "end",
        phone: "hidden",
        defaultHidden: true,
      },
    ],
    [t, countryName],
  );
}
