"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { RequestError } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The rows on the screen are older than asked for, or answer an older question. */
export function RefreshProblem({
  error,
  onRetry,
  pending,
}: {
  error: Error;
  onRetry: () => void;
  pending: boolean;
}) {
  const t = useTranslations("errors");
  const tc = useTranslations("catalog");
  const known = error instanceof RequestError ? error : undefined;
  return (
    <Banner
      tone="attention"
      live="polite"
      title={tc("refreshFailed")}
      reference={known?.reference}
      action={
        <Button size="sm" pending={pending} onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
      className="mb-2"
    >
      {known?.message || t(known?.status === 0 ? "OFFLINE" : "UNEXPECTED")}
    </Banner>
  );
}
