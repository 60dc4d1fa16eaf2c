"use client";

import { useLocale, useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { Badge } from "@/components/ui/badge";
import { DateOnly } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/format";
import { routes } from "@/lib/routes";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";
import { SubscriptionStatusBadge } from "./subscription-status-badge";
import { useSubscriptionWords } from "./subscription-words";

const unknown = <span className="text-3">–</span>;

/** The columns of a list of subscriptions; without the customer on the customer's own page. */
export function useSubscriptionColumns(withCustomer: boolean): readonly DataColumn<SubscriptionRow>[] {
  const t = useTranslations("subscriptions");
  const locale = useLocale();
  return useMemo(() => {
    const columns: (DataColumn<SubscriptionRow> & { shown?: boolean })[] = [
      {
        id: "name",
        header: t("columns.name"),
        sortable: true,
        cell: (row) => (
          <span className="flex max-w-72 min-w-0 items-baseline gap-1.5">
            <span className="truncate" title={row.name}>
              {row.name}
            </span>
            {row.isTrial && <Badge tone="info">{t("trial")}</Badge>}
          </span>
        ),
      },
      {
        id: "customer",
        header: t("columns.customer"),
        sortable: true,
        shown: withCustomer,
        cell: (row) => (
          <TextLink
            href={routes.customer(row.customerId)}
            prefetch={false}
            className="block max-w-48 truncate"
          >
            {row.customerName ?? t("customerId", { id: row.customerId })}
          </TextLink>
        ),
      },
      {
        id: "vendor",
        header: t("columns.vendor"),
        phone: "hidden",
        cell: (row) => <Vendor row={row} />,
      },
      {
        id: "seats",
        header: t("columns.seats"),
        align: "end",
        sortable: true,
        descFirst: true,
        cell: (row) => (row.seats === null ? unknown : formatNumber(locale, row.seats)),
      },
      {
        id: "unit",
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
        header: t("columns.status"),
        phone: "aside",
        hideable: false,
        cell: (row) => <SubscriptionStatusBadge subscription={row} plain />,
      },
      {
        id: "term",
        header: t("columns.term"),
        cell: (row) => <Term row={row} />,
      },
      {
        id: "renewal",
        header: t("columns.renewal"),
        sortable: true,
        cell: (row) => <Renewal row={row} />,
      },
      {
        id: "start",
        header: t("columns.start"),
        sortable: true,
        descFirst: true,
        defaultHidden: true,
        cell: (row) => (row.startsAt ? <DateOnly value={row.startsAt} /> : unknown),
      },
      {
        id: "updated",
        header: t("columns.updated"),
        sortable: true,
        descFirst: true,
        defaultHidden: true,
        cell: (row) => (row.updatedAt ? <RelativeTime value={row.updatedAt} /> : unknown),
      },
    ];
    return columns.filter((column) => column.shown !== false);
  }, [t, locale, withCustomer]);
}

/** The vendor's name; pressing it narrows the list down to the vendor. */
function Vendor({ row: { providerId, providerName } }: { row: SubscriptionRow }) {
  const t = useTranslations("subscriptions");
  const [, setSearch] = useQueryStates(
    { provider: parseAsString, offset: parseAsInteger },
    { history: "push" },
  );
  if (!providerId || !providerName) return providerName ?? unknown;
  return (
    <button
      type="button"
      title={t("onlyThisVendor", { vendor: providerName })}
      onClick={() => setSearch({ provider: providerId, offset: null })}
      className="block max-w-36 truncate rounded-sm text-left hover:underline hover:underline-offset-3"
    >
      {providerName}
    </button>
  );
}

function Term({ row }: { row: SubscriptionRow }) {
  const words = useSubscriptionWords();
  return <span className="whitespace-nowrap">{words.term(row) ?? unknown}</span>;
}

/** When it renews, or ends; deadlines are days, and the word before them says which. */
function Renewal({ row }: { row: SubscriptionRow }) {
  const t = useTranslations("subscriptions");
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
