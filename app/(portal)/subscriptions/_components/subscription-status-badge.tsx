"use client";

import { StatusBadge } from "@/components/ui/status-badge";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";
import { SUBSCRIPTION_TONES, statusWord } from "@/lib/subscriptions/subscription-status";

type Subscription = Pick<SubscriptionRow, "state" | "status">;
type Words = ReturnType<typeof useTranslations<"subscriptions">>;

/** The state of a subscription in a word; a word of Ion's that nobody knows is shown as it came. */
export function SubscriptionStatusBadge({ subscription }: { subscription: Subscription }) {
  return subscriptionStatusBadge(subscription, useTranslations("subscriptions"), false);
}

/** The same for a list, which asks for its texts once and not in each row. */
export function subscriptionStatusBadge({ state, status }: Subscription, t: Words, plain: boolean) {
  const word = statusWord(status);
  return (
    <StatusBadge tone={SUBSCRIPTION_TONES[state]} plain={plain}>
      {word ? t(`status.${word}`) : status ? t("statusRaw", { raw: status }) : t("statusUnknown")}
    </StatusBadge>
  );
}
