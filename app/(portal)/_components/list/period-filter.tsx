"use client";

import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import { FilterPill } from "@/components/ui/filter-pill";
import { Input } from "@/components/ui/input";
import { formatDate } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

export type Period = { from: string | null; to: string | null };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day so many days from now, in UTC, as the lists count days. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

/** A filter by days, both included, in UTC. `quick` are usual periods in days from today: [-30, 0] is the last month. */
export function PeriodFilter({
  name,
  period: { from, to },
  quick,
  onChange,
}: {
  name: string;
  period: Period;
  quick: readonly { label: string; days: readonly [number, number] }[];
  onChange: (period: Period) => void;
}) {
  const t = useTranslations("list.period");
  const locale = useLocale();
  const day = (value: string) => formatDate(locale, value, "UTC");
  const value =
    from && to
      ? t("between", { from: day(from), to: day(to) })
      : from
        ? t("since", { from: day(from) })
        : to
          ? t("until", { to: day(to) })
          : null;
  return (
    <FilterPill
      name={name}
      value={value}
      onRemove={() => onChange({ from: null, to: null })}
      panel={(close) => (
        <div className="grid gap-3 text-table">
          <div className="flex flex-wrap gap-1.5">
            {quick.map(({ label, days: [first, last] }) => (
              <Button
                key={label}
                size="sm"
                onClick={() => {
                  onChange({ from: dayFromNow(first), to: dayFromNow(last) });
                  close();
                }}
              >
                {label}
              </Button>
            ))}
          </div>
          <Day label={t("from")} value={from} onChange={(next) => onChange({ from: next, to })} />
          <Day label={t("to")} value={to} onChange={(next) => onChange({ from, to: next })} />
          <p className="text-caption text-3">{t("zone")}</p>
        </div>
      )}
    />
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is our Input
    <label className="grid gap-1">
      <span>{label}</span>
      <Input
        type="date"
        defaultValue={value?.slice(0, 10) ?? ""}
        onChange={({ target }) => {
          // Years are typed digit by digit; only a whole day counts.
          if (target.value === "" || target.value >= "1990") onChange(target.value || null);
        }}
      />
    </label>
  );
}
