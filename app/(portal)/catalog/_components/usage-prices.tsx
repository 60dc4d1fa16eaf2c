import { useLocale } from "next-intl";
import { Money } from "@/components/ui/money";
import type { Plan, Usage } from "@/lib/catalog/schemas";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { Dash } from "./plan-prices";

/** What a plan that is billed by use charges, tier by tier. */
export function UsagePrices({ plan }: { plan: Plan }) {
  const t = useTranslations("catalog");
  if (!plan.usageBased) return null;
  return (
    <div className="grid gap-4">
      {plan.usages.length === 0 && <p className="text-table text-2">{t("usagePrices.missing")}</p>}
      {plan.usages.map((usage) => (
        <UsageTable key={usage.id} usage={usage} />
      ))}
    </div>
  );
}

function UsageTable({ usage }: { usage: Usage }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const range = (from: number, to: number | null) =>
    to === null
      ? t("usagePrices.above", { from: formatNumber(locale, from) })
      : t("usagePrices.range", { from: formatNumber(locale, from), to: formatNumber(locale, to) });
  return (
    <div className="max-w-xl">
      <table className="w-full text-table">
        <caption className="pb-1 text-left font-medium">
          {t("usagePrices.caption", { unit: usage.unit ?? usage.id })}
        </caption>
        <thead>
          <tr className="text-caption text-2">
            <th scope="col" className="border-b border-line py-1 text-left font-medium">
              {t("usagePrices.units")}
            </th>
            <th scope="col" className="border-b border-line py-1 text-right font-medium">
              {t("usagePrices.price")}
            </th>
          </tr>
        </thead>
        <tbody>
          {usage.tiers.map((tier) => (
            <tr key={tier.from}>
              <th scope="row" className="border-b border-line py-1.5 text-left font-normal tabular-nums">
                {range(tier.from, tier.to)}
                {tier.name && <span className="ml-2 text-caption text-3">{tier.name}</span>}
              </th>
              <td className="border-b border-line py-1.5 text-right">
                {tier.price ? <Money value={tier.price} /> : <Dash />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-caption text-2">{t(`usagePrices.${usage.charging}`)}</p>
    </div>
  );
}
