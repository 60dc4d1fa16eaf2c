"use client";

import type { WidgetProps } from "@rjsf/utils";
import { type FocusEvent, Fragment } from "react";
import { Checkbox, Radio } from "@/components/ui/choice";
import { Select } from "@/components/ui/select";
import { useTranslations } from "@/lib/i18n/use-translations";
import { helpOf, useHelpLines } from "./field-help";
import { choicesOf } from "./field-options";
import { keyOfField, useFormState } from "./form-state";

/** One of several, in the browser's own list. The first entry takes an answer back. */
export function SelectWidget(props: WidgetProps) {
  const t = useTranslations("provisioning.form");
  const choices = choicesOf(props.options);
  const chosen = choices.findIndex((choice) => choice.value === props.value);
  return (
    <Select
      id={props.id}
      name={props.name}
      value={chosen === -1 ? "" : String(chosen)}
      disabled={props.disabled || props.readonly}
      aria-required={props.required || undefined}
      onChange={(event) => props.onChange(choices[Number(event.target.value || -1)]?.value)}
      onBlur={() => props.onBlur(props.id, props.value)}
    >
      <option value="">{props.required ? t("choose") : t("notChosen")}</option>
      {choices.map((choice, index) => (
        <option key={String(choice.value)} value={index}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}

/** One of a few, all in view. The first button has the field's id, so that a link to the field finds it. */
export function RadioWidget(props: WidgetProps) {
  return choicesOf(props.options).map((choice, index) => (
    <Radio
      key={String(choice.value)}
      id={index === 0 ? props.id : `${props.id}-${index}`}
      name={props.id}
      label={choice.label}
      checked={choice.value === props.value}
      disabled={props.disabled || props.readonly}
      onChange={() => props.onChange(choice.value)}
      onBlur={leaving(props)}
    />
  ));
}

/** Any of several. */
export function CheckboxesWidget(props: WidgetProps) {
  const choices = choicesOf(props.options);
  const chosen: unknown[] = Array.isArray(props.value) ? props.value : [];
  const toggle = (value: unknown) => {
    const next = choices
      .map((choice) => choice.value)
      .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)));
    props.onChange(next.length > 0 ? next : undefined);
  };
  return choices.map((choice, index) => (
    <Fragment key={String(choice.value)}>
      <Checkbox
        id={index === 0 ? props.id : `${props.id}-${index}`}
        name={props.id}
        label={choice.label}
        checked={chosen.includes(choice.value)}
        disabled={props.disabled || props.readonly}
        onChange={() => toggle(choice.value)}
        onBlur={leaving(props)}
      />
    </Fragment>
  ));
}

/** Yes or no; its label stands beside it, so it brings help and error along itself. */
export function CheckboxWidget(props: WidgetProps) {
  const { idPrefix, errorOf } = useFormState();
  const fieldKey = keyOfField(idPrefix, props.id);
  const { schema, options, value } = props;
  const help = helpOf(useHelpLines({ fieldKey, schema, options, value }));
  return (
    <Checkbox
      id={props.id}
      name={props.name}
      label={props.label}
      help={help}
      error={errorOf(fieldKey)}
      checked={props.value === true}
      disabled={props.disabled || props.readonly}
      onChange={(event) => props.onChange(event.target.checked)}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  );
}

/** Leaving one button for another of the same group is not leaving the field. */
function leaving(props: WidgetProps) {
  return ({ relatedTarget }: FocusEvent<HTMLInputElement>) => {
    const isSameGroup = relatedTarget instanceof HTMLInputElement && relatedTarget.name === props.id;
    if (!isSameGroup) props.onBlur(props.id, props.value);
  };
}
