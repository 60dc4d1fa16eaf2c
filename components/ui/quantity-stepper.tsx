"use client";

import { useLocale } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { useFieldControl } from "@/components/ui/field-context";
import { Icon } from "@/components/ui/icon";
import { parseQuantity } from "@/components/ui/parse-quantity";
import { formatNumber } from "@/lib/format";
import { useTranslations } from "@/lib/i18n/use-translations";

const stepClass =
  "grid w-8 place-items-center text-2 hover:bg-surface-2 hover:text-1 active:bg-surface-2 disabled:text-3 disabled:opacity-50 disabled:hover:bg-transparent pointer-coarse:w-10 [&_.icon]:size-3.5";

/**
 * A whole number with less and more beside it. `onChange` gets valid numbers only: at every step, and for typed ones
 * when the field is left or Enter is pressed. What was typed wrongly stays as typed, with the reason under it.
 * Arrow keys step by one, Page keys by ten. Outside a Field, `label` names it.
 */
export function QuantityStepper({
  value,
  onChange,
  onDraft,
  min = 1,
  max,
  label,
  error,
  disabled = false,
  className,
}: {
  value: number;
  onChange: (value: number) => void;
  /** What is being typed, letter by letter: the number, or null while it is none that may be. For live totals. */
  onDraft?: (value: number | null) => void;
  min?: number;
  max?: number;
  label?: string;
  /** What the server said about the quantity. */
  error?: ReactNode;
  disabled?: boolean;
  className?: string;
}) {
  const t = useTranslations("common");
  const locale = useLocale();
  const errorId = useId();
  const [text, setText] = useState(String(value));
  const [touched, setTouched] = useState(false);
  useEffect(() => setText(String(value)), [value]);

  const result = parseQuantity(text, { min, max });
  const limit = (reason: "quantityWhole" | "quantityMin" | "quantityMax") =>
    t(reason, { min: formatNumber(locale, min), max: formatNumber(locale, max ?? Number.MAX_SAFE_INTEGER) });
  const problem = touched && !result.ok ? limit(result.reason) : error;

  const set = (next: number) => {
    setText(String(next));
    onDraft?.(next);
    if (next !== value) onChange(next);
  };
  const step = (by: number) => {
    const from = result.ok ? result.value : value;
    set(Math.min(max ?? Number.MAX_SAFE_INTEGER, Math.max(min, from + by)));
  };
  const commit = () => {
    setTouched(true);
    if (result.ok) set(result.value);
  };
  const keyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (by) {
      event.preventDefault();
      step(by);
    }
    if (event.key === "Enter") commit();
  };
  const control = useFieldControl({
    "aria-label": label,
    "aria-describedby": problem ? errorId : undefined,
    "aria-invalid": problem ? (true as const) : undefined,
  });

  return (
    <div className={cn("inline-grid justify-items-start gap-1", className)}>
      <div
        className={cn(
          "inline-flex h-8 overflow-hidden rounded border border-line-strong bg-surface-0 focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent hover:border-line-hover pointer-coarse:h-10",
          problem && "border-danger",
        )}
      >
        <button
          type="button"
          tabIndex={-1}
          disabled={disabled || (result.ok && result.value <= min)}
          onClick={() => step(-1)}
          className={stepClass}
        >
          <Icon name="icon-minus" />
          <span className="sr-only">{t("lessOne")}</span>
        </button>
        <input
          {...control}
          role="spinbutton"
          aria-valuenow={result.ok ? result.value : undefined}
          aria-valuetext={text}
          aria-valuemin={min}
          aria-valuemax={max}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          disabled={disabled}
          onChange={(event) => {
            setText(event.target.value);
            const typed = parseQuantity(event.target.value, { min, max });
            onDraft?.(typed.ok ? typed.value : null);
          }}
          onBlur={commit}
          onKeyDown={keyDown}
          onFocus={(event) => event.target.select()}
          className="w-14 bg-transparent text-center tabular-nums outline-none disabled:text-3 pointer-coarse:text-touch"
        />
        <button
          type="button"
          tabIndex={-1}
          disabled={disabled || (result.ok && max !== undefined && result.value >= max)}
          onClick={() => step(1)}
          className={stepClass}
        >
          <Icon name="icon-plus" />
          <span className="sr-only">{t("moreOne")}</span>
        </button>
      </div>
      {problem && <FieldError id={errorId}>{problem}</FieldError>}
    </div>
  );
}
