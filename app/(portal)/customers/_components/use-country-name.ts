"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";

const names = new Map<string, Intl.DisplayNames>();

/** Names of countries by their ISO code in the reader's language; a code nobody knows stands for itself. */
export function useCountryName(): (code: string) => string {
  const locale = useLocale();
  return useCallback(
    (code) => {
      const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
      names.set(locale, known);
      try {
        return known.of(code) ?? code;
      } catch {
        // No two letters.
        return code;
      }
    },
    [locale],
  );
}
