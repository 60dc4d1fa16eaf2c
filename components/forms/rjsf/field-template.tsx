"use client";

import type { FieldTemplateProps } from "@rjsf/utils";
import { getUiOptions } from "@rjsf/utils";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { useTranslations } from "@/lib/i18n/use-translations";
import { helpOf, useHelpLines } from "./field-help";
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
  const help = helpOf(useHelpLines({ fieldKey, schema, options, value: formData }));
  if (options.widget === "checkbox") return children;

  const frame = {
    help,
    error: errorOf(fieldKey),
    optional: !required && !requiredUnknown,
    className: "min-w-0",
  };
  if (options.widget === "radio" || options.widget === "checkboxes") {
    return (
      <Fieldset {...frame} legend={<span className="wrap-anywhere">{label}</span>}>
        <div className="grid">{children}</div>
      </Fieldset>
    );
  }
  const { suggestion } = options;
  const use = () => {
    onChange(suggestion, [fieldKey], undefined, id);
    // The button goes once it was used; the cursor belongs where the value went.
    document.getElementById(id)?.focus();
  };
  return (
    <div className="grid min-w-0 content-start justify-items-start gap-1">
      <Field
        {...frame}
        id={id}
        label={<span className="wrap-anywhere">{label}</span>}
        className="w-full min-w-0"
      >
        {children}
      </Field>
      {suggestion !== undefined && !formData && !rest.disabled && (
        <Suggestion value={suggestion} onUse={use} />
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
