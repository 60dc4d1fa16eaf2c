"use client";

import { useLocale } from "next-intl";
import { DateOnly } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";
import { SubscriptionStatusBadge } from "./subscription-status-badge";
import { useSubscriptionWords } from "./subscription-words";

/** A subscription at a glance, for the side panel of its list. */
export function SubscriptionPeek({ subscription }: { subscription: SubscriptionRow }) {
  const t = useTranslations("subscriptions");
  const locale = useLocale();
  const words = useSubscriptionWords();
  const day = (value: string | null) => (value ? <DateOnly value={value} /> : null);
  const { autoRenew } = subscription;
  return (
    <div className="grid gap-4">
      <div>
        <SubscriptionStatusBadge subscription={subscription} />
      </div>
      <DescriptionList>
        <Fact label={t("facts.customer")}>
          <TextLink href={routes.customer(subscription.customerId)}>
            {subscription.customerName ?? t("customerId", { id: subscription.customerId })}
          </TextLink>
        </Fact>
        <Fact label={t("facts.plan")}>{subscription.planName}</Fact>
        <Fact label={t("facts.vendor")}>{subscription.providerName}</Fact>
        <Fact label={t("facts.seats")}>
          {subscription.seats === null ? null : formatNumber(locale, subscription.seats)}
        </Fact>
        <Fact label={t("facts.unitPrice")}>
          {subscription.billingType === "usage" ? (
            t("usage")
          ) : subscription.unitPrice ? (
            <Money value={subscription.unitPrice} />
          ) : null}
        </Fact>
        <Fact label={t("facts.term")}>{words.term(subscription)}</Fact>
        <Fact label={t("facts.billing")}>{words.billing(subscription)}</Fact>
        <Fact label={t("filter.renew")}>
          {autoRenew === null ? null : t(`renew.${autoRenew ? "yes" : "no"}`)}
        </Fact>
        <Fact label={t("facts.starts")}>{day(subscription.startsAt)}</Fact>
        <Fact label={t("facts.renews")}>{day(subscription.renewsAt)}</Fact>
        <Fact label={t("facts.ends")}>{subscription.endless ? t("noEnd") : day(subscription.endsAt)}</Fact>
        <Fact label={t("facts.ionId")}>{subscription.id}</Fact>
      </DescriptionList>
    </div>
  );
}
