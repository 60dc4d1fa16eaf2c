"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { RowLink } from "@/components/data-table/row-link";
import { Badge } from "@/components/ui/badge";
import { DateOnly } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { listParam, textParam } from "@/lib/search-params";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";
import { useSearchValue } from "@/lib/use-search-state";
import { subscriptionStatusBadge } from "./subscription-status-badge";
import { useSubscriptionWords } from "./subscription-words";

const providersParam = listParam(textParam);

const unknown = <span className="text-3">–</span>;

/** The columns of a list of subscriptions; without the customer on the customer's own page. */
export function useSubscriptionColumns(withCustomer: boolean): readonly DataColumn<SubscriptionRow>[] {
  const t = useTranslations("subscriptions");
  const locale = useLocale();
  const words = useSubscriptionWords();
  const [, setProvider] = useSearchValue("provider", providersParam, { history: "push" });
  return useMemo(() => {
    const columns: (DataColumn<SubscriptionRow> & { shown?: boolean })[] = [
      {
        id: "name",
        sortable: true,
        size: 214,
        header: t("columns.name"),
        cell: (row) => <Name row={row} t={t} />,
      },
      {
        id: "customer",
        sortable: true,
        size: 165,
        header: t("columns.customer"),
        shown: withCustomer,
        cell: (row) => (
          <RowLink href={routes.customer(row.customerId)}>
            {row.customerName ?? t("customerId", { id: row.customerId })}
          </RowLink>
        ),
      },
      {
        id: "vendor",
        sortable: true,
        size: 100,
        header: t("columns.vendor"),
        phone: "hidden",
        cell: ({ providerId, providerName }) =>
          // Pressing the vendor's name narrows the list down to the vendor.
          providerId && providerName ? (
            <button
              type="button"
              title={t("onlyThisVendor", { vendor: providerName })}
              onClick={() => setProvider([providerId])}
              className="block max-w-full truncate rounded-sm text-left hover:underline hover:underline-offset-3"
            >
              {providerName}
            </button>
          ) : (
            (providerName ?? unknown)
          ),
      },
      {
        id: "seats",
        sortable: true,
        size: 70,
        header: t("columns.seats"),
        align: "end",
        descFirst: true,
        cell: (row) => (row.seats === null ? unknown : formatNumber(locale, row.seats)),
      },
      {
        id: "unit",
        sortable: true,
        size: 156,
        header: t("columns.unit"),
        note: t("columns.unitNote"),
        align: "end",
        cell: (row) =>
          row.billingType === "usage" ? (
            <span className="text-2">{t("usage")}</span>
          ) : row.unitPrice ? (
            <Money value={row.unitPrice} />
          ) : (
            unknown
          ),
      },
      {
        id: "status",
        sortable: true,
        size: 104,
        header: t("columns.status"),
        phone: "aside",
        hideable: false,
        cell: (row) => subscriptionStatusBadge(row, t, true),
      },
      {
        id: "term",
        sortable: true,
        size: 90,
        header: t("columns.term"),
        cell: (row) => words.term(row) ?? unknown,
      },
      {
        id: "renewal",
        sortable: true,
        size: 196,
        header: t("columns.renewal"),
        cell: (row) => <Renewal row={row} t={t} />,
      },
      {
        id: "start",
        sortable: true,
        size: 130,
        header: t("columns.start"),
        descFirst: true,
        defaultHidden: true,
        cell: (row) => (row.startsAt ? <DateOnly value={row.startsAt} /> : unknown),
      },
      {
        id: "updated",
        sortable: true,
        size: 140,
        header: t("columns.updated"),
        descFirst: true,
        defaultHidden: true,
        cell: (row) => (row.updatedAt ? <RelativeTime value={row.updatedAt} /> : unknown),
      },
      {
        id: "id",
        sortable: true,
        size: 130,
        header: t("facts.ionId"),
        defaultHidden: true,
        cell: (row) => row.id,
      },
    ];
    return columns.filter((column) => column.shown !== false);
  }, [t, locale, words, setProvider, withCustomer]);
}

type Words = ReturnType<typeof useTranslations<"subscriptions">>;

function Name({ row, t }: { row: SubscriptionRow; t: Words }) {
  if (!row.isTrial) return row.name;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      <span className="truncate">{row.name}</span>
      <Badge tone="info">{t("trial")}</Badge>
    </span>
  );
}

/** When it renews, or ends; deadlines are days, and the word before them says which. */
function Renewal({ row, t }: { row: SubscriptionRow; t: Words }) {
  const day = (value: string) => () => <DateOnly value={value} />;
  const { renewsAt, endsAt, autoRenew, state } = row;
  const renews = autoRenew !== false && state !== "ended";
  const at = (renews ? renewsAt : null) ?? endsAt;
  return (
    <span className="whitespace-nowrap">
      {at
        ? t.rich(renews && renewsAt ? "renewsOn" : "endsOn", { date: day(at) })
        : row.endless
          ? t("noEnd")
          : unknown}
    </span>
  );
}
