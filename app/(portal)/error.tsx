"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { useTranslations } from "@/lib/i18n/use-translations";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Catches what no page foresaw; the digest is the reference that stands in the log. */
export default function PortalError({ error, reset }: Props) {
  const t = useTranslations("errors");
  return (
    <ErrorState
      title={t("loadTitle")}
      description={t("UNEXPECTED")}
      reference={error.digest ?? null}
      action={<Button onClick={reset}>{t("tryAgain")}</Button>}
    />
  );
}
