"use client";

import { useCallback } from "react";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The words for a message of the form's schema, which is a key of `errors.fields`; the server's are words already. */
export function useFieldText(): (message: string) => string {
  const t = useTranslations("errors.fields");
  return useCallback(
    (message) => (/^[a-zA-Z]+$/.test(message) && t.has(message) ? t(message) : message),
    [t],
  );
}
