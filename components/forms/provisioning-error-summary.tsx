"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";

/** One thing to put right: a sentence, and the field it is about unless it is about the whole form. */
export interface SummaryEntry {
  message: string;
  field?: { label: string; elementId: string };
}

/** What stands in the way of sending the form, each with a link that puts the cursor there. Takes focus by script. */
export function ProvisioningErrorSummary({
  entries,
  ref,
}: {
  entries: readonly SummaryEntry[];
  ref: Ref<HTMLElement>;
}) {
  const t = useTranslations("provisioning.form");
  const titleId = useId();
  if (entries.length === 0) return null;
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="flex gap-2.5 rounded border border-danger bg-danger-soft px-3 py-2.5 text-danger-text"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 gap-1">
        <p id={titleId} className="font-medium">
          {t("summaryTitle", { count: entries.length })}
        </p>
        <ul className="grid gap-0.5 text-table">
          {entries.map((entry) => (
            <li key={`${entry.field?.elementId} ${entry.message}`} className="min-w-0 break-words">
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Entry({ entry: { field, message } }: { entry: SummaryEntry }) {
  const t = useTranslations("provisioning.form");
  if (field === undefined) return message;
  return (
    <a
      href={`#${field.elementId}`}
      className="inline-block min-h-6 rounded-sm underline underline-offset-3"
      onClick={(event) => {
        event.preventDefault();
        focusField(field.elementId);
      }}
    >
      {t("summaryEntry", { field: field.label, problem: message })}
    </a>
  );
}

/** Puts the cursor into a field, opening the section it may be folded away in. */
function focusField(elementId: string): void {
  const element = document.getElementById(elementId);
  const folded = element?.closest("details");
  if (folded) folded.open = true;
  element?.focus();
}
