"use client";

import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { MAX_CUSTOM_FIELDS } from "@/lib/customers/customer-form-schema";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { useTranslations } from "@/lib/i18n/use-translations";
import { fieldId } from "./field-names";
import { TextField, useFieldError } from "./text-field";

/** Facts of the account's own about the customer: pairs of a name and a value. */
export function CustomFieldsSection() {
  const t = useTranslations("customers.form");
  const { control, setFocus } = useFormContext<CustomerValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "customFields" });
  const error = useFieldError("customFields");
  const add = () =>
    append({ key: "", value: "", withheld: false }, { focusName: `customFields.${fields.length}.key` });
  const removeAt = (index: number) => {
    remove(index);
    // The button that had the focus is gone.
    const next = Math.min(index, fields.length - 2);
    if (next >= 0) requestAnimationFrame(() => setFocus(`customFields.${next}.key`));
    else requestAnimationFrame(() => document.getElementById(fieldId("customFields.add"))?.focus());
  };
  return (
    <Section id="custom" title={t("sections.custom")} description={t("customHelp")}>
      <div className="grid gap-3">
        {fields.map((field, index) => (
          <CustomFieldRow
            key={field.id}
            index={index}
            withheld={field.withheld}
            onRemove={() => removeAt(index)}
          />
        ))}
        {error && <FieldError id={`${fieldId("customFields")}-error`}>{error}</FieldError>}
        <Button
          id={fieldId("customFields.add")}
          size="sm"
          className="justify-self-start"
          onClick={add}
          disabled={fields.length >= MAX_CUSTOM_FIELDS}
        >
          <Icon name="icon-plus" />
          {t("addField")}
        </Button>
      </div>
    </Section>
  );
}

function CustomFieldRow({
  index,
  withheld,
  onRemove,
}: {
  index: number;
  withheld: boolean;
  onRemove: () => void;
}) {
  const t = useTranslations("customers.form");
  const key = useWatch<CustomerValues, `customFields.${number}.key`>({ name: `customFields.${index}.key` });
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)_2rem] items-start gap-x-2 gap-y-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_2rem]">
      <legend className="sr-only">{t("fieldNumber", { number: index + 1 })}</legend>
      {withheld ? (
        <div className="col-span-1 grid gap-0.5 text-table sm:col-span-2">
          <span className="font-medium break-words">{key}</span>
          <span className="text-caption text-3">{t("fieldHidden")}</span>
        </div>
      ) : (
        <>
          <TextField name={`customFields.${index}.key`} label={t("fieldName")} />
          <TextField
            name={`customFields.${index}.value`}
            label={t("fieldValue")}
            optional
            className="max-sm:col-start-1"
          />
        </>
      )}
      <Button
        variant="ghost"
        size="icon"
        onClick={onRemove}
        className={withheld ? undefined : "mt-6 max-sm:col-start-2 max-sm:row-start-1"}
      >
        <Icon name="icon-trash-2" />
        <span className="sr-only">{t("removeField", { name: key || String(index + 1) })}</span>
      </Button>
    </fieldset>
  );
}
