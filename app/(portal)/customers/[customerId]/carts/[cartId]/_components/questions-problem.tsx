"use client";

import { Button } from "@/components/ui/button";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Stands where the questions could not be read. */
export function QuestionsProblem({
  message,
  onRetry,
  pending,
}: {
  message: string;
  onRetry: () => void;
  pending: boolean;
}) {
  const t = useTranslations("carts.questions");
  return (
    <div role="alert" className="grid justify-items-start gap-2 text-table">
      <p>{message || t("unread")}</p>
      <Button size="sm" pending={pending} onClick={onRetry}>
        {t("retry")}
      </Button>
    </div>
  );
}
