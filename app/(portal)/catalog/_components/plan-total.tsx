import { useLocale } from "next-intl";
import { Money } from "@/components/ui/money";
import type { Plan } from "@/lib/catalog/schemas";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { multiplyMoney, roundMoney } from "@/lib/money";

/** What a quantity of a plan comes to: "25 × 16.50 USD = 412.50 USD per month". `quantity` is null while none is valid. */
export function PlanTotal({ plan, quantity }: { plan: Plan; quantity: number | null }) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const { price, setupFee } = plan;
  if (plan.usageBased && !price) return <>{t("add.totalByUse")}</>;
  if (quantity === null || !price) return <>{t("add.noTotal")}</>;
  return (
    <>
      {t.rich(`add.total.${plan.billingPeriod}`, {
        quantity: () => <span className="tabular-nums">{formatNumber(locale, quantity)}</span>,
        price: () => <Money value={price} />,
        total: () => (
          <Money value={roundMoney(multiplyMoney(price, quantity))} className="font-semibold text-1" />
        ),
      })}
      {setupFee && (
        <span className="block text-caption">
          {t.rich("add.setupTotal", {
            total: () => <Money value={roundMoney(multiplyMoney(setupFee, quantity))} />,
          })}
        </span>
      )}
    </>
  );
}
