"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/choice";
import { FilterPill } from "@/components/ui/filter-pill";
import { Input } from "@/components/ui/input";
import { formatList, formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

export type FilterOption = { value: string; label: string; count?: number };

/** With more options than this there is a field to look for one. */
const SHORT = 10;

/** A filter by one or more of a few values; what is on can be taken off even when no row has it any more. */
export function ChoiceFilter({
  name,
  options,
  chosen,
  onChange,
}: {
  name: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const locale = useLocale();
  const known = new Map(options.map((option) => [option.value, option]));
  const missing = chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value }));
  const labels = chosen.map((value) => known.get(value)?.label ?? value);
  return (
    <FilterPill
      name={name}
      value={labels.length > 0 ? formatList(locale, labels) : null}
      onRemove={() => onChange([])}
      panel={() => (
        <Choices name={name} options={[...missing, ...options]} chosen={chosen} onChange={onChange} />
      )}
    />
  );
}

function Choices({ name, options, chosen, onChange }: Parameters<typeof ChoiceFilter>[0]) {
  const t = useTranslations("common");
  const locale = useLocale();
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase(locale);
  const shown = options.filter(({ label }) => label.toLocaleLowerCase(locale).includes(wanted));
  return (
    <div className="grid gap-2">
      {options.length > SHORT && (
        <Input
          type="search"
          aria-label={t("filterOptions", { title: name })}
          placeholder={t("filterOptions", { title: name })}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <fieldset className="grid max-h-72 gap-0.5 overflow-y-auto">
        <legend className="sr-only">{name}</legend>
        {shown.map(({ value, label, count }) => (
          <Checkbox
            key={value}
            label={
              <span className="flex justify-between gap-3">
                <span className="min-w-0 break-words">{label}</span>
                {count !== undefined && (
                  <span className="text-3 tabular-nums">{formatNumber(locale, count)}</span>
                )}
              </span>
            }
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
        ))}
        {shown.length === 0 && <p className="text-table text-3">{t("noMatches", { query: text })}</p>}
      </fieldset>
    </div>
  );
}
