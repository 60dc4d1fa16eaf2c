"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "@/components/ui/toast-store";
import { customerKeys } from "@/lib/customers/customer-keys";
import { type CustomerValues, customerValuesSchema } from "@/lib/customers/customer-values";
import { type CustomerPart, mergeCustomer, withPart } from "@/lib/customers/merge-customer";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { updateCustomerAction } from "../../actions";
import { callAction } from "./call-action";
import { type Conflict, ConflictNotice } from "./conflict-notice";
import { type CustomerChoices, CustomerForm } from "./customer-form";
import { useCustomerForm, useRefusal } from "./use-customer-form";
import { useFormDraft } from "./use-form-draft";

/** Edits a customer on top of what others change meanwhile. */
export function EditCustomer({
  customerId,
  initial,
  assigned,
  choices,
  draftKey,
}: {
  customerId: string;
  /** What Ion holds. */
  initial: CustomerValues;
  assigned: string[];
  choices: CustomerChoices;
  draftKey: string;
}) {
  const t = useTranslations("customers");
  const te = useTranslations("errors");
  const router = useRouter();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(initial);
  const form = useCustomerForm(initial, seen);
  const { refusal, show } = useRefusal(form);
  const [salesPeople, setSalesPeople] = useState(assigned);
  const [conflict, setConflict] = useState<Conflict>();
  const [saved, setSaved] = useState(false);
  const reassigned = [...salesPeople].sort().join() !== [...assigned].sort().join();
  const dirty = !saved && (form.formState.isDirty || reassigned);

  /** Starts from `base` with `values` typed in. */
  const begin = (base: CustomerValues, values: CustomerValues) => {
    setSeen(base);
    form.reset(base);
    for (const key of customerValuesSchema.keyof().options) {
      form.setValue(key, values[key], { shouldDirty: true });
    }
  };
  const draft = useFormDraft(draftKey, form, { seen, salesPeople }, dirty, (found) => {
    begin(found.seen ?? initial, found.values);
    setSalesPeople(found.salesPeople.filter((id) => choices.people.some((person) => person.id === id)));
  });

  const save = async (values: CustomerValues) => {
    show(undefined);
    const input = { customerId, seen, values, ...(reassigned ? { salesPeople } : {}) };
    const result = await callAction(() => updateCustomerAction(input), te("OFFLINE"));
    if (!result.ok) return show(result.error);
    if (result.data.outcome === "conflict") {
      const { current, parts, updatedAt } = result.data;
      // Their changes elsewhere come in at once; only what both of us changed waits for a choice.
      const { merged } = mergeCustomer(seen, values, current);
      begin(current, merged);
      return setConflict({ parts, theirs: current, mine: values, updatedAt });
    }
    setSaved(true);
    draft.discard();
    queries.invalidateQueries({ queryKey: customerKeys.lists });
    toast({ title: t("saved", { organization: values.organization }) });
    router.push(routes.customer(customerId));
  };
  const choose = (part: CustomerPart, from: CustomerValues) => {
    const next = withPart(form.getValues(), part, from);
    for (const key of customerValuesSchema.keyof().options) {
      form.setValue(key, next[key], { shouldDirty: true, shouldValidate: true });
    }
  };
  const startOver = () => {
    draft.discard();
    setConflict(undefined);
    setSalesPeople(assigned);
    begin(initial, initial);
  };
  return (
    <CustomerForm
      form={form}
      seen={seen}
      choices={choices}
      salesPeople={salesPeople}
      onSalesPeople={setSalesPeople}
      dirty={dirty}
      onSubmit={save}
      submitLabel={t("form.save")}
      cancelHref={routes.customer(customerId)}
      onCancel={draft.discard}
      refusal={refusal}
      onStartOver={draft.restored ? startOver : undefined}
      notice={conflict && <ConflictNotice conflict={conflict} choices={choices} onChoose={choose} />}
    />
  );
}
