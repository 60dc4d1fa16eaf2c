import { useLocale } from "next-intl";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Margin } from "@/components/ui/margin";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Subscription } from "@/lib/subscriptions/subscription-schemas";

/** What it costs; cost and margin only for those whose data holds them. */
export function SubscriptionPrice({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("subscriptions");
  const locale = useLocale();
  const { seats, unitPrice, total, cost, margin, listPrice, billingType } = subscription;
  if (billingType === "usage") {
    return (
      <Section title={t("sections.price")}>
        <p className="text-table text-2">{t("usageText")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("sections.price")} description={t("priceNote")}>
      <DescriptionList columns={3}>
        <Fact label={t("facts.seats")}>{seats !== null && formatNumber(locale, seats)}</Fact>
        <Fact label={t("facts.unitPrice")}>{unitPrice && <Money value={unitPrice} />}</Fact>
        <Fact label={t("facts.total")}>{total && <Money value={total} className="font-semibold" />}</Fact>
        {cost !== undefined && <Fact label={t("facts.cost")}>{cost && <Money value={cost} />}</Fact>}
        {margin !== undefined && <Fact label={t("facts.margin")}>{margin && <Margin value={margin} />}</Fact>}
        {listPrice && (
          <Fact label={t("facts.listPrice")}>
            <Money value={listPrice} />
          </Fact>
        )}
      </DescriptionList>
    </Section>
  );
}
