"use client";

import { useLocale } from "next-intl";
import { useId, useState } from "react";
import { Checkbox } from "@/components/ui/choice";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

export type FacetOption = {
  value: string;
  label: string;
  /** How many rows have it under the other filters, when known exactly. */
  count?: number;
};

const SHOWN_AT_FIRST = 8;
const SEARCHED_FROM = 16;

/**
 * One property to filter by: a list of values with counts, several of which can be chosen. Chosen values stay visible
 * even when a long list is folded; a very long list can be searched.
 */
export function FacetGroup({
  title,
  options,
  selected,
  onToggle,
  defaultOpen = true,
}: {
  title: string;
  options: readonly FacetOption[];
  selected: readonly string[];
  onToggle: (value: string, selected: boolean) => void;
  defaultOpen?: boolean;
}) {
  const t = useTranslations("common");
  const locale = useLocale();
  const id = useId();
  const [open, setOpen] = useState(defaultOpen);
  const [all, setAll] = useState(false);
  const [query, setQuery] = useState("");

  const needle = query.trim().toLocaleLowerCase(locale);
  const matching = options.filter((option) => option.label.toLocaleLowerCase(locale).includes(needle));
  const shown =
    all || needle
      ? matching
      : matching.filter((option, index) => index < SHOWN_AT_FIRST || selected.includes(option.value));
  const rest = matching.length - shown.length;

  return (
    <section aria-labelledby={id} className="border-b border-line py-2 last:border-b-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-8 w-full items-center justify-between gap-2 rounded text-table font-medium hover:text-1"
        >
          <span id={id}>{title}</span>
          <Icon
            name="icon-chevron-down"
            className={cn("text-3 transition-transform", !open && "-rotate-90")}
          />
        </button>
      </h3>
      {open && (
        <div className="grid gap-1 pb-1">
          {options.length >= SEARCHED_FROM && (
            <Input
              type="search"
              aria-label={t("filterOptions", { title })}
              placeholder={t("search")}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="mb-1 h-7 text-table"
            />
          )}
          {shown.map((option) => (
            <Checkbox
              key={option.value}
              checked={selected.includes(option.value)}
              onChange={(event) => onToggle(option.value, event.target.checked)}
              label={
                <span className="flex min-w-0 items-baseline justify-between gap-2 text-table">
                  <span className="min-w-0 break-words">{option.label}</span>
                  {option.count !== undefined && (
                    <span className="text-caption text-3 tabular-nums">
                      {formatNumber(locale, option.count)}
                    </span>
                  )}
                </span>
              }
            />
          ))}
          {matching.length === 0 && <p className="py-1 text-table text-3">{t("noMatches", { query })}</p>}
          {(rest > 0 || (all && !needle && matching.length > SHOWN_AT_FIRST)) && (
            <button
              type="button"
              onClick={() => setAll(!all)}
              className="min-h-6 justify-self-start rounded-sm text-table text-2 underline decoration-line-strong underline-offset-3 hover:text-1"
            >
              {all ? t("showLess") : t("showMore", { count: rest })}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
