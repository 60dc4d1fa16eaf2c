"use client";

import { useCallback } from "react";
import type { Tone } from "@/components/ui/tone";
import { AUDIT_ACTIONS, type AuditAction, type AuditOutcome } from "@/lib/audit/audit-actions";
import type { AuditRow } from "@/lib/audit/audit-list-page";
import { useTranslations } from "@/lib/i18n/use-translations";

const known = new Set<string>(AUDIT_ACTIONS);
const isKnown = (action: string): action is AuditAction => known.has(action);

export const outcomeTones: Record<AuditOutcome, Tone> = {
  done: "ok",
  refused: "attention",
  failed: "danger",
  unknown: "waiting",
};

/** What was done, in words; a command of the past that nobody knows any more is called as it was. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations("audit.actions");
  return useCallback((action) => (isKnown(action) ? t(action) : action), [t]);
}

/** Who did it, in words. */
export function useWhoWords(): (who: AuditRow["who"]) => string {
  const t = useTranslations("audit");
  return useCallback((who) => (who === null ? t("nobody") : (who.name ?? t("someone", { id: who.id }))), [t]);
}
