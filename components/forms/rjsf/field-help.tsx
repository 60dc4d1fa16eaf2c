"use client";

import { useTranslations } from "next-intl";
import type { FieldOptions } from "./field-options";
import { useFormState } from "./form-state";

/** True when a field has anything to say below itself. */
export function useHasHelp(
  fieldKey: string,
  schema: { description?: string },
  options: FieldOptions,
  value: unknown,
): boolean {
  const source = useStandingSource(fieldKey, options, value);
  return Boolean(schema.description) || source !== undefined;
}

/** What is asked, in a sentence, and where the value in the field comes from as long as nobody changed it. */
export function FieldHelp({
  fieldKey,
  schema,
  options,
  value,
}: {
  fieldKey: string;
  schema: { description?: string };
  options: FieldOptions;
  value: unknown;
}) {
  const t = useTranslations("provisioning.sources");
  const source = useStandingSource(fieldKey, options, value);
  return (
    <>
      {schema.description && <span className="block break-words">{schema.description}</span>}
      {source && <span className="block">{t(source)}</span>}
    </>
  );
}

function useStandingSource(fieldKey: string, { source }: FieldOptions, value: unknown) {
  const { initialValues } = useFormState();
  return source !== undefined && value !== undefined && initialValues[fieldKey] === value
    ? source
    : undefined;
}
