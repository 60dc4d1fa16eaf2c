"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { DateOnly } from "@/components/ui/date-time";
import type { CustomerPage, CustomerRow } from "@/lib/customers/schemas";
import { CustomerStatusBadge } from "../../_components/customer-status-badge";

const none = <span className="text-3">–</span>;

/** The columns of the customer list. `countries` names the country codes of its rows. */
export function useCustomerColumns(countries: CustomerPage["countries"]): DataColumn<CustomerRow>[] {
  const t = useTranslations("customers.columns");
  return useMemo(() => {
    const names = new Map(countries.map(({ code, name }) => [code, name]));
    return [
      {
        id: "name",
        header: t("organization"),
        cell: (row) => <span className="block truncate">{row.organization}</span>,
        sortable: true,
      },
      {
        id: "status",
        header: t("status"),
        cell: (row) => <CustomerStatusBadge status={row.status} plain />,
        width: "w-28",
        phone: "aside",
      },
      {
        id: "contact",
        header: t("contact"),
        cell: (row) => text(row.contactName),
        width: "w-44",
        phone: "line",
      },
      {
        id: "email",
        header: t("email"),
        cell: (row) => text(row.email),
        width: "w-72",
        phone: "line",
      },
      {
        id: "domain",
        header: t("domain"),
        cell: (row) => text(row.domain),
        width: "w-44",
        phone: "hidden",
        defaultHidden: true,
      },
      {
        id: "country",
        header: t("country"),
        cell: (row) => text(row.country && (names.get(row.country) ?? row.country)),
        width: "w-40",
        phone: "line",
      },
      {
        id: "created",
        header: t("created"),
        cell: (row) =>
          row.createdAt ? <DateOnly value={row.createdAt} className="whitespace-nowrap" /> : none,
        sortable: true,
        descFirst: true,
        width: "w-32",
        phone: "hidden",
      },
      {
        id: "id",
        header: t("id"),
        cell: (row) => row.id,
        align: "end",
        width: "w-24",
        phone: "hidden",
        defaultHidden: true,
      },
    ];
  }, [t, countries]);
}

/** Names can be of any length; a row has one line. */
function text(value: string | null) {
  return value ? <span className="block truncate">{value}</span> : none;
}
