"use client";

import { type FormEvent, useId, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { type CustomerOption, customerOptionsSchema } from "@/lib/customers/schemas";
import { getJson } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import type { UserFacingError } from "@/lib/user-facing";
import { isUnconfirmed } from "./is-unconfirmed";

/**
 * Asks for whom. `onChoose` gets the customer's id and name and does what has to be done; while it does, the dialog waits,
 * and it stays open with the reason when it fails, so nothing chosen before is lost.
 */
export function CustomerDialog({
  open,
  onOpenChange,
  title,
  description,
  submitLabel,
  onChoose,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  submitLabel: string;
  onChoose: (customer: { id: string; organization: string }) => Promise<UserFacingError | null>;
}) {
  const t = useTranslations("catalog");
  const tc = useTranslations("common");
  const formId = useId();
  const [option, setOption] = useState<ComboboxOption | null>(null);
  const [error, setError] = useState<UserFacingError | null>(null);
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);

  const change = (next: boolean) => {
    if (pending) return;
    if (!next) setError(null);
    onOpenChange(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setMissing(option === null);
    if (!option) return;
    setPending(true);
    const problem = await onChoose({ id: option.value, organization: option.label });
    setPending(false);
    setError(problem);
    if (!problem) onOpenChange(false);
  };
  const toOption = (customer: CustomerOption): ComboboxOption => {
    const inactive = customer.status === "inactive";
    const detail = [inactive && t("customerDialog.inactive"), customer.domain ?? customer.email];
    return {
      value: customer.id,
      label: customer.organization,
      detail: detail.filter(Boolean).join(" · "),
      disabled: inactive,
    };
  };
  const loadOptions = async (query: string, signal: AbortSignal) => {
    const { options } = await getJson(routes.api.findCustomers(query), customerOptionsSchema, { signal });
    return options.map(toOption);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      description={description}
      size="sm"
      footer={
        <>
          <Button onClick={() => change(false)}>{tc("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-3" noValidate>
        {error && (
          <Banner
            tone="danger"
            live="assertive"
            title={t(isUnconfirmed(error) ? "add.unconfirmed" : "add.failed")}
            reference={error.reference}
          >
            {Object.values(error.fieldErrors ?? {})[0]?.[0] ?? error.message}
          </Banner>
        )}
        <Field
          label={t("customerDialog.label")}
          help={t("customerDialog.help")}
          {...(missing && !option ? { error: t("customerDialog.missing") } : {})}
        >
          <Combobox
            value={option}
            onChange={setOption}
            loadOptions={loadOptions}
            placeholder={t("customerDialog.placeholder")}
            autoFocus
          />
        </Field>
      </form>
    </Dialog>
  );
}
