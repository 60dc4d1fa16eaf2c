"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CreatedCustomer } from "@/lib/customers/create-customer";
import { customerKeys } from "@/lib/customers/customer-keys";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { createCustomerAction } from "../../actions";
import { callAction } from "./call-action";
import { CreatedPanel } from "./created-panel";
import { type CustomerChoices, CustomerForm } from "./customer-form";
import { useCustomerForm, useRefusal } from "./use-customer-form";
import { useFormDraft } from "./use-form-draft";

type Props = { initial: CustomerValues; choices: CustomerChoices; draftKey: string };

/** Creates a customer; afterwards shows the first user's password, once. */
export function NewCustomer(props: Props) {
  const [created, setCreated] = useState<CreatedCustomer>();
  // The form is made anew for the next customer.
  if (created) return <CreatedPanel created={created} onAnother={() => setCreated(undefined)} />;
  return <NewCustomerForm {...props} onCreated={setCreated} />;
}

function NewCustomerForm({
  initial,
  choices,
  draftKey,
  onCreated,
}: Props & { onCreated: (created: CreatedCustomer) => void }) {
  const t = useTranslations("customers.form");
  const te = useTranslations("errors");
  const queries = useQueryClient();
  const form = useCustomerForm(initial, undefined);
  const { refusal, show } = useRefusal(form);
  const [salesPeople, setSalesPeople] = useState<string[]>([]);
  const dirty = form.formState.isDirty || salesPeople.length > 0;
  const draft = useFormDraft(draftKey, form, { seen: undefined, salesPeople }, dirty, (found) => {
    form.reset(found.values, { keepDefaultValues: true });
    setSalesPeople(found.salesPeople.filter((id) => choices.people.some((person) => person.id === id)));
  });

  const create = async (values: CustomerValues) => {
    show(undefined);
    const result = await callAction(() => createCustomerAction({ values, salesPeople }), te("OFFLINE"));
    if (!result.ok) return show(result.error);
    draft.discard();
    queries.invalidateQueries({ queryKey: customerKeys.lists });
    onCreated(result.data);
  };
  const startOver = () => {
    draft.discard();
    form.reset(initial);
    setSalesPeople([]);
  };
  return (
    <CustomerForm
      form={form}
      seen={undefined}
      choices={choices}
      salesPeople={salesPeople}
      onSalesPeople={setSalesPeople}
      dirty={dirty}
      onSubmit={create}
      submitLabel={t("create")}
      cancelHref={routes.customers()}
      onCancel={draft.discard}
      refusal={refusal}
      onStartOver={draft.restored ? startOver : undefined}
    />
  );
}
