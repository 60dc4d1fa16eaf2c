import { useLocale } from "next-intl";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th } from "@/components/ui/table";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { humanise } from "@/lib/provisioning/humanise";
import type { SubscriptionActivity } from "@/lib/subscriptions/subscription-schemas";

/** What was done, by whom, when, and what came of it. */
export function ActivityTable({ activity }: { activity: readonly SubscriptionActivity[] }) {
  const t = useTranslations("subscriptions.activity");
  const locale = useLocale();
  if (activity.length === 0) return <EmptyState title={t("empty")} />;
  return (
    <Table label={t("label")}>
      <thead>
        <tr>
          <Th>{t("what")}</Th>
          <Th>{t("status")}</Th>
          <Th>{t("by")}</Th>
          <Th>{t("when")}</Th>
          <Th numeric>{t("seats")}</Th>
        </tr>
      </thead>
      <tbody>
        {activity.map((entry) => (
          <tr key={entry.key}>
            <Td>
              <span className="font-medium">{entry.action ? humanise(entry.action.toLowerCase()) : "–"}</span>
              {entry.details && <span className="block text-caption text-3">{entry.details}</span>}
            </Td>
            <Td>{entry.status ? humanise(entry.status.toLowerCase()) : "–"}</Td>
            <Td>{entry.by ?? "–"}</Td>
            <Td>
              {entry.at ? <DateTime value={entry.at} /> : "–"}
              {entry.completedAt && entry.completedAt !== entry.at && (
                <span className="block text-caption text-3">
                  {t.rich("completed", { time: () => <DateTime value={entry.completedAt ?? ""} /> })}
                </span>
              )}
            </Td>
            <Td numeric>{entry.seats === null ? "–" : formatNumber(locale, entry.seats)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
