"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { RowLink } from "@/components/data-table/row-link";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Tooltip } from "@/components/ui/tooltip";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderRow } from "@/lib/orders/order-schemas";
import { routes } from "@/lib/routes";
import { orderStatusBadge } from "./order-status-badge";

const unknown = <span className="text-3">–</span>;

/** The columns of a list of orders; without the customer on the customer's own page. */
export function useOrderColumns(withCustomer: boolean): readonly DataColumn<OrderRow>[] {
  const t = useTranslations("orders");
  const locale = useLocale();
  return useMemo(() => {
    const columns: (DataColumn<OrderRow> & { shown?: boolean })[] = [
      {
        id: "order",
        header: t("columns.order"),
        cell: (row) => row.id,
        sortable: true,
        descFirst: true,
        size: 84,
      },
      {
        id: "customer",
        header: t("columns.customer"),
        shown: withCustomer,
        sortable: true,
        size: 185,
        cell: (row) => (
          <RowLink href={routes.customer(row.customerId)}>
            {row.customerName ?? t("customerId", { id: row.customerId })}
          </RowLink>
        ),
      },
      {
        id: "what",
        header: t("columns.what"),
        sortable: true,
        size: 248,
        cell: (row) => <What row={row} t={t} />,
      },
      {
        id: "seats",
        header: t("columns.seats"),
        align: "end",
        sortable: true,
        descFirst: true,
        size: 70,
        cell: (row) => (row.seats === null ? unknown : formatNumber(locale, row.seats)),
      },
      {
        id: "total",
        header: t("columns.total"),
        note: t("columns.totalNote"),
        align: "end",
        sortable: true,
        descFirst: true,
        size: 215,
        cell: ({ totals }) => <Totals totals={totals} t={t} />,
      },
      {
        id: "status",
        header: t("columns.status"),
        phone: "aside",
        hideable: false,
        sortable: true,
        size: 168,
        cell: (row) => orderStatusBadge(row.status, t, true),
      },
      {
        id: "created",
        header: t("columns.created"),
        sortable: true,
        descFirst: true,
        size: 118,
        cell: (row) => (row.createdAt ? <RelativeTime value={row.createdAt} /> : unknown),
      },
      {
        id: "updated",
        header: t("columns.updated"),
        sortable: true,
        descFirst: true,
        defaultHidden: true,
        size: 118,
        cell: (row) => (row.updatedAt ? <RelativeTime value={row.updatedAt} /> : unknown),
      },
    ];
    return columns.filter((column) => column.shown !== false);
  }, [t, locale, withCustomer]);
}

type Words = ReturnType<typeof useTranslations<"orders">>;

function Totals({ totals, t }: Pick<OrderRow, "totals"> & { t: Words }) {
  const [first, second] = totals;
  if (!first) return unknown;
  if (totals.length > 2) return <span className="text-2">{t("currencies", { count: totals.length })}</span>;
  if (!second) return <Money value={first} />;
  return (
    <span>
      <Money value={first} />
      <span className="text-3"> + </span>
      <Money value={second} />
    </span>
  );
}

function What({ row, t }: { row: OrderRow; t: Words }) {
  const title = (
    <span className="truncate">
      {row.title ?? "–"}
      {row.planName && <span className="text-3">{` · ${row.planName}`}</span>}
    </span>
  );
  if (row.moreItems === 0 && row.kind !== "change") return title;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      {title}
      {row.moreItems > 0 && <span className="shrink-0 text-3">{t("more", { count: row.moreItems })}</span>}
      {row.kind === "change" && (
        <Tooltip text={t("changeHint")}>
          <button type="button" className="cursor-help rounded-sm">
            <Badge>{t("change")}</Badge>
          </button>
        </Tooltip>
      )}
    </span>
  );
}
