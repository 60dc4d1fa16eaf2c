"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { AuditRow } from "@/lib/audit/audit-list-page";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { outcomeTones, useActionWords, useWhoWords } from "./audit-words";
import { ResourceLink } from "./resource-link";

/** All that an entry says, for the side panel of the log. */
export function AuditEntry({
  entry,
  nameOf,
}: {
  entry: AuditRow;
  nameOf: (userId: string) => string | null;
}) {
  const t = useTranslations("audit");
  const actionWords = useActionWords();
  const whoWords = useWhoWords();
  const { customer, reference, details } = entry;
  return (
    <div className="grid gap-5">
      <div className="grid justify-items-start gap-2">
        <p className="font-medium">{actionWords(entry.action)}</p>
        <StatusBadge tone={outcomeTones[entry.outcome]}>{t(`outcome.${entry.outcome}`)}</StatusBadge>
      </div>
      <DescriptionList>
        <Fact label={t("columns.at")}>
          <DateTime value={entry.at} withRelative />
        </Fact>
        <Fact label={t("columns.who")}>{whoWords(entry.who)}</Fact>
        <Fact label={t("columns.resource")}>
          <ResourceLink resource={entry.resource} nameOf={nameOf} />
        </Fact>
        <Fact label={t("columns.customer")}>
          {customer && (
            <TextLink href={routes.customer(customer.id)}>
              {customer.name ?? t("customerId", { id: customer.id })}
            </TextLink>
          )}
        </Fact>
        <Fact label={t("columns.reference")}>
          {reference && <code className="font-mono text-caption break-all select-all">{reference}</code>}
        </Fact>
        <Fact label={t("entry.path")}>
          <code className="font-mono text-caption break-all">{entry.resource}</code>
        </Fact>
      </DescriptionList>
      <section className="grid gap-1.5" aria-labelledby="audit-details">
        <h3 id="audit-details" className="text-table font-medium">
          {t("entry.details")}
        </h3>
        {Object.keys(details).length > 0 ? (
          <pre className="overflow-x-auto rounded bg-surface-2 px-3 py-2 font-mono text-caption whitespace-pre-wrap break-words">
            {JSON.stringify(details, null, 2)}
          </pre>
        ) : (
          <p className="text-table text-3">{t("entry.noDetails")}</p>
        )}
      </section>
      <section className="grid gap-1.5" aria-labelledby="audit-hash">
        <h3 id="audit-hash" className="flex items-center gap-1 text-table font-medium">
          {t("entry.hash")}
          <CopyButton value={`${entry.sequence}:${entry.hash}`} label={t("chain.copyHead")} />
        </h3>
        <code className="font-mono text-caption break-all">{entry.hash}</code>
        <p className="text-caption text-3">{t("entry.hashHelp")}</p>
      </section>
    </div>
  );
}
