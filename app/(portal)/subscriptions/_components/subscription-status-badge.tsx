"use client";

import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SubscriptionRow } from "@/lib/subscriptions/subscription-schemas";
import { SUBSCRIPTION_TONES, statusWord } from "@/lib/subscriptions/subscription-status";

/** The state of a subscription in a word; a word of Ion's that nobody knows is shown as it came. */
export function SubscriptionStatusBadge({
  subscription: { state, status },
  plain = false,
}: {
  subscription: Pick<SubscriptionRow, "state" | "status">;
  plain?: boolean;
}) {
  const t = useTranslations("subscriptions");
  const word = statusWord(status);
  return (
    <StatusBadge tone={SUBSCRIPTION_TONES[state]} plain={plain}>
      {word ? t(`status.${word}`) : status ? t("statusRaw", { raw: status }) : t("statusUnknown")}
    </StatusBadge>
  );
}
