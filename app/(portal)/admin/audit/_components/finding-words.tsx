"use client";

import type { AuditCheckView } from "@/lib/audit/audit-state-schema";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What is wrong with the chain, in a sentence. */
export function FindingWords({ finding }: { finding: NonNullable<AuditCheckView["finding"]> }) {
  const t = useTranslations("audit.chain.finding");
  const { kind, sequence, through, foundAt } = finding;
  return t(kind, { sequence, through, count: through - sequence + 1, foundAt: foundAt ?? sequence });
}
