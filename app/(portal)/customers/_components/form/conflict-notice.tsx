"use client";

import { useEffect, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { RelativeTime } from "@/components/ui/relative-time";
import { Segmented } from "@/components/ui/segmented";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { formatAddress } from "@/lib/customers/format-address";
import type { CustomerPart } from "@/lib/customers/merge-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { CustomerChoices } from "./customer-form";

export type Conflict = {
  parts: readonly CustomerPart[];
  theirs: CustomerValues;
  mine: CustomerValues;
  updatedAt: string | null;
};

type Side = "mine" | "theirs";

/** What both changed, side by side, with the choice of what should stay. Mine stays until somebody says otherwise. */
export function ConflictNotice({
  conflict,
  choices,
  onChoose,
}: {
  conflict: Conflict;
  choices: CustomerChoices;
  onChoose: (part: CustomerPart, from: CustomerValues) => void;
}) {
  const t = useTranslations("customers.conflict");
  const [sides, setSides] = useState<Partial<Record<CustomerPart, Side>>>({});
  const notice = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new conflict is news
  useEffect(() => {
    setSides({});
    notice.current?.focus();
  }, [conflict]);
  const { updatedAt } = conflict;
  const choose = (part: CustomerPart, side: Side) => {
    setSides((before) => ({ ...before, [part]: side }));
    onChoose(part, conflict[side]);
  };
  return (
    <div ref={notice} tabIndex={-1} className="rounded outline-offset-2">
      <Banner tone="attention" live="assertive" title={t("title")}>
        {updatedAt ? t.rich("leadAt", { time: () => <RelativeTime value={updatedAt} /> }) : t("lead")}
      </Banner>
      <ul className="mt-3 grid gap-3">
        {conflict.parts.map((part) => {
          const name = t(`parts.${part}`);
          return (
            <li key={part} className="grid gap-2 rounded border border-line p-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="font-medium">{name}</p>
                <Segmented
                  label={t("choice", { part: name })}
                  value={sides[part] ?? "mine"}
                  onChange={(side) => choose(part, side === "theirs" ? "theirs" : "mine")}
                  options={[
                    { value: "theirs", label: t("useTheirs") },
                    { value: "mine", label: t("keepMine") },
                  ]}
                />
              </div>
              <dl className="grid gap-2 text-table sm:grid-cols-2">
                <Value label={t("theirs")} lines={linesOf(conflict.theirs, part, choices)} />
                <Value label={t("mine")} lines={linesOf(conflict.mine, part, choices)} />
              </dl>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Value({ label, lines }: { label: string; lines: readonly string[] }) {
  const t = useTranslations("customers.conflict");
  return (
    <div className="min-w-0">
      <dt className="text-3">{label}</dt>
      <dd className="max-h-40 overflow-y-auto break-words">
        {lines.length === 0 && <span className="text-3">{t("empty")}</span>}
        {lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </dd>
    </div>
  );
}

function linesOf(
  values: CustomerValues,
  part: CustomerPart,
  { countries, languages }: CustomerChoices,
): string[] {
  const named = (options: CustomerChoices["countries"], code: string) =>
    options.find((option) => option.code === code)?.name ?? code;
  switch (part) {
    case "contact":
      return [[values.firstName, values.lastName].filter(Boolean).join(" ")].filter(Boolean);
    case "address":
      return formatAddress(values.address, named(countries, values.address.country));
    case "customFields":
      return values.customFields.map(({ key, value, withheld }) => (withheld ? key : `${key}: ${value}`));
    case "languageCode":
      return [named(languages, values.languageCode)].filter(Boolean);
    default:
      return [values[part]].filter(Boolean);
  }
}
