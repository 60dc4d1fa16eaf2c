"use client";

import type { FieldTemplateProps } from "@rjsf/utils";
import { getUiOptions } from "@rjsf/utils";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { FieldHelp, useHasHelp } from "./field-help";
import type { FieldOptions } from "./field-options";
import { keyOfField, useFormState } from "./form-state";

/** One question: label above, help under the control, error under that, and a value to take over if we have one. */
export function FieldTemplate(props: FieldTemplateProps) {
  if (props.schema.type === "object") return props.children;
  if (props.hidden) return null;
  return <Question {...props} />;
}

function Question({
  id,
  label,
  schema,
  uiSchema,
  formData,
  required,
  children,
  onChange,
  ...rest
}: FieldTemplateProps) {
  const { idPrefix, errorOf, requiredUnknown } = useFormState();
  const fieldKey = keyOfField(idPrefix, id);
  const options: FieldOptions & { widget?: unknown } = getUiOptions(uiSchema);
  const helps = useHasHelp(fieldKey, schema, options, formData);
  if (options.widget === "checkbox") return children;

  const frame = {
    help: helps ? (
      <FieldHelp fieldKey={fieldKey} schema={schema} options={options} value={formData} />
    ) : undefined,
    error: errorOf(fieldKey),
    optional: !required && !requiredUnknown,
    className: "min-w-0",
  };
  if (options.widget === "radio" || options.widget === "checkboxes") {
    return (
      <Fieldset {...frame} legend={label}>
        <div className="grid">{children}</div>
      </Fieldset>
    );
  }
  const { suggestion } = options;
  return (
    <div className="grid min-w-0 content-start justify-items-start gap-1">
      <Field
        {...frame}
        id={id}
        label={<span className="break-words">{label}</span>}
        className="w-full min-w-0"
      >
        {children}
      </Field>
      {suggestion !== undefined && formData === undefined && !rest.disabled && (
        <Suggestion value={suggestion} onUse={() => onChange(suggestion, [fieldKey], undefined, id)} />
      )}
    </div>
  );
}

function Suggestion({ value, onUse }: { value: string; onUse: () => void }) {
  const t = useTranslations("provisioning.form");
  return (
    <Button variant="link" size="sm" className="text-caption" onClick={onUse}>
      {t("useSuggestion", { value })}
    </Button>
  );
}
