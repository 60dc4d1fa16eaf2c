"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import { RowLink } from "@/components/data-table/row-link";
import { DateTime } from "@/components/ui/date-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { AuditRow } from "@/lib/audit/audit-list-page";
import type { AuditColumn } from "@/lib/audit/audit-list-query";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { outcomeTones, useActionWords, useWhoWords } from "./audit-words";
import { ResourceLink } from "./resource-link";

const none = <span className="text-3">–</span>;
const code = (text: string) => <code className="block truncate font-mono text-caption">{text}</code>;

/** The columns of the audit log. */
export function useAuditColumns(nameOf: (userId: string) => string | null): readonly DataColumn<AuditRow>[] {
  const t = useTranslations("audit");
  const locale = useLocale();
  const actionWords = useActionWords();
  const whoWords = useWhoWords();
  return useMemo(() => {
    const columns: (DataColumn<AuditRow> & { id: AuditColumn })[] = [
      {
        id: "at",
        header: t("columns.at"),
        sortable: true,
        descFirst: true,
        size: 190,
        cell: (row) => <DateTime value={row.at} className="whitespace-nowrap tabular-nums" />,
      },
      {
        id: "who",
        header: t("columns.who"),
        size: 150,
        cell: ({ who }) => (
          <span className={who === null ? "block truncate text-3" : "block truncate"}>{whoWords(who)}</span>
        ),
      },
      {
        id: "action",
        header: t("columns.action"),
        size: 215,
        cell: ({ action }) => (
          <span className="block truncate" title={action}>
            {actionWords(action)}
          </span>
        ),
      },
      {
        id: "resource",
        header: t("columns.resource"),
        size: 185,
        cell: ({ resource }) => (
          <ResourceLink resource={resource} nameOf={nameOf} className="block truncate" />
        ),
      },
      {
        id: "customer",
        header: t("columns.customer"),
        size: 185,
        cell: ({ customer }) =>
          customer ? (
            <RowLink href={routes.customer(customer.id)}>
              {customer.name ?? t("customerId", { id: customer.id })}
            </RowLink>
          ) : (
            none
          ),
      },
      {
        id: "outcome",
        header: t("columns.outcome"),
        phone: "aside",
        hideable: false,
        size: 130,
        cell: ({ outcome }) => (
          <StatusBadge tone={outcomeTones[outcome]} plain>
            {t(`outcome.${outcome}`)}
          </StatusBadge>
        ),
      },
      {
        id: "reference",
        header: t("columns.reference"),
        phone: "hidden",
        size: 200,
        cell: ({ reference }) => (reference ? code(reference) : none),
      },
      {
        id: "sequence",
        header: t("columns.sequence"),
        align: "end",
        defaultHidden: true,
        size: 90,
        cell: (row) => formatNumber(locale, row.sequence),
      },
      {
        id: "hash",
        header: t("columns.hash"),
        defaultHidden: true,
        size: 160,
        cell: (row) => code(row.hash),
      },
      {
        id: "details",
        header: t("columns.details"),
        defaultHidden: true,
        size: 260,
        cell: ({ details }) => (Object.keys(details).length > 0 ? code(JSON.stringify(details)) : none),
      },
    ];
    return columns;
  }, [t, locale, actionWords, whoWords, nameOf]);
}
