"use client";

import { useLocale } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { formatPercent } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SyncResource, SyncRunView } from "@/lib/mirror/sync-schemas";
import { routes } from "@/lib/routes";

type RunDifference = NonNullable<SyncRunView["difference"]>;

const SHOWN = 5;

/** Where a row of a list can be looked at; orders and subscriptions are found by their number. */
function rowHref(resource: SyncResource, id: string): string {
  switch (resource) {
    case "products":
      return routes.product(id);
    case "customers":
      return routes.customer(id);
    case "orders":
      return routes.orders({ q: id });
    case "subscriptions":
      return routes.subscriptions({ q: id });
  }
}

/** A value of a field as somebody reads it. */
function plain(value: unknown, nothing: string): string {
  if (value === null || value === undefined || value === "") return nothing;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What a pass would change, in plain numbers: what share is gone, which field changes on how many rows, with examples. */
export function Difference({ resource, difference }: { resource: SyncResource; difference: RunDifference }) {
  const t = useTranslations("sync.difference");
  const locale = useLocale();
  const { known, missing, fields, missingExamples } = difference;
  const share = (rows: number) =>
    formatPercent(locale, known === 0 ? "0" : ((rows * 100) / known).toFixed(1));
  return (
    <div className="grid gap-4 text-table">
      {missing > 0 && (
        <div className="grid gap-1">
          <p>{t("missing", { missing, known, share: share(missing) })}</p>
          <ul className="grid gap-0.5 pl-4">
            {missingExamples.slice(0, SHOWN).map(({ id, name }) => (
              <li key={id} className="list-disc">
                <TextLink href={rowHref(resource, id)}>{name || id}</TextLink>{" "}
                <span className="text-3">{id}</span>
              </li>
            ))}
            {missing > Math.min(SHOWN, missingExamples.length) && (
              <li className="list-none text-2">
                {t("more", { count: missing - Math.min(SHOWN, missingExamples.length) })}
              </li>
            )}
          </ul>
        </div>
      )}
      {fields.map(({ field, rows, examples }) => (
        <div key={field} className="grid gap-1">
          <p>
            {t.rich("field", {
              rows,
              known,
              share: share(rows),
              field: () => (
                <strong className="font-medium">
                  {t.has(`fields.${field}`) ? t(`fields.${field}`) : field}
                </strong>
              ),
            })}
          </p>
          <ul className="grid gap-0.5 pl-4">
            {examples.slice(0, SHOWN).map(({ id, from, to }) => (
              <li key={id} className="list-disc">
                <TextLink href={rowHref(resource, id)}>{id}</TextLink>
                {": "}
                <span className="text-2 line-through">{plain(from, t("nothing"))}</span>
                {" → "}
                <span>{plain(to, t("nothing"))}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
