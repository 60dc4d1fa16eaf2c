"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateTime } from "@/components/ui/date-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { OrderIntentView } from "@/lib/orders/intents/intent-shapes";

/**
 * The order was sent and no answer came. The page goes on asking; only when Ion, asked repeatedly and long enough after,
 * shows no order may a person free the cart.
 */
export function Unconfirmed({
  intent,
  onRelease,
}: {
  intent: OrderIntentView;
  onRelease: () => Promise<string | undefined>;
}) {
  const t = useTranslations("carts.review");
  const errors = useTranslations("errors");
  const [problem, setProblem] = useState<string>();
  const since = intent.since;
  const time = () => (since ? <DateTime value={since} /> : null);
  const release = async () => {
    const refusal = await onRelease();
    setProblem(refusal === "" ? errors("OFFLINE") : refusal);
    return refusal === undefined;
  };
  return (
    <div className="grid gap-3">
      <Banner
        tone="attention"
        live="assertive"
        title={t("unconfirmed")}
        action={
          intent.canRelease && (
            <ConfirmDialog
              trigger={<Button size="sm">{t("release")}</Button>}
              title={t("releaseTitle")}
              description={t("releaseText")}
              confirmLabel={t("release")}
              cancelLabel={t("releaseKeep")}
              onConfirm={release}
            >
              {problem && (
                <p role="alert" className="text-table text-danger-text">
                  {problem}
                </p>
              )}
            </ConfirmDialog>
          )
        }
      >
        {t.rich(intent.canRelease ? "evidence" : "unconfirmedSince", { lookups: intent.lookups, time })}
        {intent.lastLookupAt !== null && intent.cartStatus !== null && (
          <p>
            {t.rich("evidenceCart", {
              status: intent.cartStatus,
              time: () => <RelativeTime value={intent.lastLookupAt ?? ""} />,
            })}
          </p>
        )}
      </Banner>
    </div>
  );
}
