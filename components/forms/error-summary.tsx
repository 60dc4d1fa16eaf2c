"use client";

import { useEffect, useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";

export type FieldProblem = {
  /** The control's id (`Field` takes one); absent when it is about the form as a whole. */
  fieldId?: string;
  /** The field's name, when the message alone does not tell which field it is about. */
  label?: string;
  message: string;
};

/**
 * What keeps a form from being sent, at its top, each with a link to its field. It takes the focus whenever `attempt`
 * changes: count the submissions there. Nothing is shown without problems.
 */
export function ErrorSummary({ problems, attempt }: { problems: readonly FieldProblem[]; attempt: number }) {
  const t = useTranslations("common");
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded border border-danger/40 bg-danger-soft px-3 py-2.5"
    >
      <Icon name="icon-circle-alert" className="mt-0.5 text-danger" />
      <div className="min-w-0">
        <p className="font-medium">{t("errorSummary", { count: problems.length })}</p>
        <ul className="mt-0.5 text-table">
          {problems.map((problem) => (
            <li key={`${problem.fieldId} ${problem.message}`} className="min-w-0 wrap-anywhere">
              <Problem {...problem} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Problem({ fieldId, label, message }: FieldProblem) {
  const t = useTranslations("common");
  const sentence = label ? t("errorSummaryEntry", { label, message }) : message;
  if (fieldId === undefined) return sentence;
  return (
    <a
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(fieldId);
      }}
      className="inline-block min-h-6 rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current"
    >
      {sentence}
    </a>
  );
}

/** Puts the cursor into a field, opening the section it may be folded away in. */
function focusField(fieldId: string): void {
  const field = document.getElementById(fieldId);
  const folded = field?.closest("details");
  if (folded) folded.open = true;
  field?.focus();
}
