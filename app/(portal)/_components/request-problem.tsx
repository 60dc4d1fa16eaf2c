"use client";

import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { RequestError } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Stands where something could not be fetched by the browser: the server's words, the reference, another try. */
export function RequestProblem({
  error,
  onRetry,
  pending,
}: {
  error: Error | null;
  onRetry: () => void;
  pending: boolean;
}) {
  const t = useTranslations("errors");
  const told = error instanceof RequestError ? error : undefined;
  const offline = told?.status === 0;
  return (
    <ErrorState
      title={t("loadTitle")}
      description={told?.message || t(offline ? "OFFLINE" : "UNEXPECTED")}
      reference={told?.reference ?? null}
      action={
        <Button pending={pending} onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
    />
  );
}
