"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";
import { requestAuditCheckAction } from "../actions";

/** Asks for a check of the chain. */
export function CheckButton({ running, onAsked }: { running: boolean; onAsked: () => Promise<unknown> }) {
  const t = useTranslations("audit.chain");
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    const result = await requestAuditCheckAction().catch(() => null);
    if (!result?.ok) toast({ tone: "attention", title: result?.error.message ?? t("notAsked") });
    await onAsked();
    setAsking(false);
  };
  return (
    <Button
      variant="primary"
      pending={asking}
      onClick={ask}
      {...(running ? { disabledReason: t("under") } : {})}
    >
      {t("check")}
    </Button>
  );
}
