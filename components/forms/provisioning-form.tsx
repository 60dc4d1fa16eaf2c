"use client";

// The package's index also loads its test registry, which wants a validator that compiles schemas with eval.
import Form, { type IChangeEvent } from "@rjsf/core/lib/components/Form.js";
import { type ReactNode, useId, useMemo } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm as ProvisioningFormData } from "@/lib/provisioning/build-provisioning-form";
import { cleanValues } from "@/lib/provisioning/clean-values";
import type { ExtraErrors } from "@/lib/provisioning/ion-errors";
import { createRjsfValidator } from "@/lib/provisioning/rjsf-validator";
import { fixedValues } from "@/lib/provisioning/validate-attributes";
import { ErrorSummary } from "./error-summary";
import { type FormState, FormStateProvider, fieldId, keyOfField } from "./rjsf/form-state";
import { templates, widgets } from "./rjsf/theme";
import { useAttempts } from "./use-attempts";
import { useFieldErrors } from "./use-field-errors";

export interface ProvisioningFormProps {
  /** From `buildProvisioningForm`. */
  form: ProvisioningFormData;
  values: AttributeValues;
  /** Every change, valid or not: for saving a draft. A prefilled answer that was emptied is "", others are absent. */
  onChange: (values: AttributeValues) => void;
  /** Valid answers without blanks around them. Not called otherwise. */
  onSubmit: (values: AttributeValues) => void;
  /** Refusals from the server, by property key (`toExtraErrors`, `mapIonErrors`); a new object per refusal. */
  extraErrors?: ExtraErrors;
  disabled?: boolean;
  /** Shows that what the submit button started is going on. */
  pending?: boolean;
  /** What stands in place of the submit button. */
  children?: ReactNode;
}

/**
 * A vendor's provisioning questions, drawn from the schema Ion's template became. A field says what is wrong once it
 * was left, from then on with every key; a refused submit keeps everything, sums up above and takes the focus there.
 */
export function ProvisioningForm(props: ProvisioningFormProps) {
  const { form, onChange, onSubmit, disabled = false } = props;
  const t = useTranslations("provisioning");
  const idPrefix = `provisioning${useId().replace(/[^A-Za-z0-9]/g, "")}`;
  const values = useMemo(
    () => ({ ...props.values, ...fixedValues(form.schema) }),
    [props.values, form.schema],
  );
  const errors = useFieldErrors(form.schema, values, props.extraErrors);
  const validator = useMemo(() => createRjsfValidator((code, params) => t(`errors.${code}`, params)), [t]);

  const { attempt, awaitAnswer, stopWaiting, countAttempt } = useAttempts(props.extraErrors);

  const change = ({ formData }: IChangeEvent<AttributeValues>, id?: string) => {
    if (id === undefined || formData === undefined) return;
    stopWaiting();
    errors.forget(keyOfField(idPrefix, id));
    onChange(toAnswers(formData, form.initialValues));
  };
  const refuse = () => {
    errors.showAll();
    countAttempt();
  };
  const submit = () => {
    awaitAnswer();
    // RJSF's validator has just passed these values.
    onSubmit(cleanValues(form.schema, values) as AttributeValues);
  };

  const problems = errors.summary.map(({ key, message }) => {
    const label = form.schema.properties[key]?.title;
    return label === undefined ? { message } : { message, label, fieldId: fieldId(idPrefix, key) };
  });
  const state: FormState = {
    idPrefix,
    errorOf: errors.errorOf,
    initialValues: form.initialValues,
    requiredUnknown: form.requiredUnknown,
    keysToShow: new Set([
      ...Object.keys(cleanValues(form.schema, values)),
      ...errors.summary.map(({ key }) => key),
    ]),
  };

  return (
    <div className="grid gap-5">
      <ErrorSummary problems={problems} attempt={attempt} />
      {form.requiredUnknown && <p className="max-w-prose text-table text-2">{t("form.requiredUnknown")}</p>}
      <FormStateProvider value={state}>
        <Form
          schema={form.schema}
          uiSchema={form.uiSchema}
          formData={values}
          validator={validator}
          widgets={widgets}
          templates={templates}
          idPrefix={idPrefix}
          disabled={disabled}
          showErrorList={false}
          noHtml5Validate
          className="grid gap-6"
          // Values are ours from the start; RJSF would add empty ones and defaults of its own.
          experimental_defaultFormStateBehavior={{
            emptyObjectFields: "skipDefaults",
            constAsDefaults: "never",
          }}
          onChange={change}
          onBlur={(id) => errors.show(keyOfField(idPrefix, id))}
          onSubmit={submit}
          onError={refuse}
        >
          {props.children ?? (
            <div>
              <SubmitButton pending={props.pending} disabled={disabled}>
                {t("form.submit")}
              </SubmitButton>
            </div>
          )}
        </Form>
      </FormStateProvider>
    </div>
  );
}

/** Unanswered questions are absent; one that was prefilled and then emptied is "", so that it is not filled in again. */
function toAnswers(formData: AttributeValues, initialValues: AttributeValues): AttributeValues {
  const answers = Object.entries(formData).filter(([, value]) => value !== undefined && value !== "");
  const emptied = Object.keys(initialValues).filter(
    (key) => formData[key] === undefined || formData[key] === "",
  );
  return Object.fromEntries([...answers, ...emptied.map((key) => [key, ""])]);
}
