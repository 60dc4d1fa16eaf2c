"use client";

import { useSubscriptionWords } from "@/app/(portal)/subscriptions/_components/subscription-words";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Subscription } from "@/lib/subscriptions/subscription-schemas";

/** From when until when, what happens at the end, and until when it can be cancelled: exactly as Ion says. */
export function SubscriptionTerm({ subscription }: { subscription: Subscription }) {
  const t = useTranslations("subscriptions");
  const words = useSubscriptionWords();
  const { autoRenew, renewsAt, endsAt, startsAt, purchasedAt, endless } = subscription;
  const renewal = autoRenew === null ? "unknown" : autoRenew ? "on" : "off";
  return (
    <Section title={t("sections.term")}>
      <DescriptionList columns={3}>
        <Fact label={t("facts.term")}>{words.term(subscription)}</Fact>
        <Fact label={t("facts.billing")}>{words.billing(subscription)}</Fact>
        <Fact label={t("facts.renewal")}>{t(`renewal.${renewal}`)}</Fact>
        {purchasedAt && purchasedAt !== startsAt && (
          <Fact label={t("facts.purchased")}>
            <DateTime value={purchasedAt} />
          </Fact>
        )}
        <Fact label={t("facts.starts")}>{startsAt && <DateTime value={startsAt} />}</Fact>
        <Fact label={t("facts.ends")}>
          {endsAt ? <DateTime value={endsAt} /> : endless ? t("noEnd") : null}
        </Fact>
        <Fact label={t("facts.renews")}>
          {renewsAt && autoRenew !== false && <DateTime value={renewsAt} withRelative />}
        </Fact>
        <Fact label={t("facts.cancellation")}>
          <CancellationLimit cancellation={subscription.cancellation} />
        </Fact>
      </DescriptionList>
    </Section>
  );
}

function CancellationLimit({ cancellation: { state, until } }: Pick<Subscription, "cancellation">) {
  const t = useTranslations("subscriptions");
  if (until === null || state === "unknown")
    return <span className="text-2">{t("cancellation.unknown")}</span>;
  return (
    <>
      <DateTime value={until} withRelative className={state === "open" ? "font-medium" : "text-2"} />
      <span className="block text-caption text-3">{t(`cancellation.${state}`)}</span>
    </>
  );
}
