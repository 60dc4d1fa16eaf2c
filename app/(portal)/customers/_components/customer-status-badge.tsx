"use client";

import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import type { CustomerStatus } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

const TONES: Record<CustomerStatus, Tone> = { active: "ok", inactive: "neutral", unknown: "attention" };

/** A customer's state at Ion. */
export function CustomerStatusBadge({ status, plain }: { status: CustomerStatus; plain?: boolean }) {
  const t = useTranslations("customers.status");
  return (
    <StatusBadge tone={TONES[status]} plain={plain}>
      {t(status)}
    </StatusBadge>
  );
}
