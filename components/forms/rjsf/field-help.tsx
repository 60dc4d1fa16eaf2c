"use client";

import { useTranslations } from "@/lib/i18n/use-translations";
import type { FieldOptions } from "./field-options";
import { useFormState } from "./form-state";

/** What is known of a field when its help is written. */
export interface HelpedField {
  fieldKey: string;
  schema: { description?: string; format?: string; type?: unknown };
  options: FieldOptions & { widget?: unknown };
  value: unknown;
}

/**
 * The lines under a field: what is asked, how to write it, and where its value comes from as long as nobody changed it.
 * Empty when there is nothing to say.
 */
export function useHelpLines({ fieldKey, schema, options, value }: HelpedField): string[] {
  const t = useTranslations("provisioning");
  const { initialValues } = useFormState();
  const { source } = options;
  const isUntouched = source !== undefined && value !== undefined && initialValues[fieldKey] === value;
  return [
    schema.description ?? "",
    options.widget === "lines" ? t("form.onePerLine") : "",
    schema.format === "json" ? t("form.asJson") : "",
    isUntouched ? t(`sources.${source}`) : "",
  ].filter((line) => line !== "");
}

/** Those lines as running text; undefined when there are none. A product's words may lack their full stop. */
export function helpOf(lines: readonly string[]) {
  if (lines.length === 0) return undefined;
  const text = lines.reduce((before, line) => `${before}${/[.!?…]$/.test(before) ? " " : " · "}${line}`);
  return <span className="wrap-anywhere">{text}</span>;
}
