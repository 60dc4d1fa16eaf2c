"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo, useState } from "react";
import { type FieldPath, type UseFormReturn, useForm } from "react-hook-form";
import type { FieldProblem } from "@/components/forms/error-summary";
import { customerFormSchema } from "@/lib/customers/customer-form-schema";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { fieldErrorText } from "@/lib/field-errors";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UserFacingError } from "@/lib/user-facing";
import { errorPaths, fieldId, inPageOrder } from "./field-names";
import { useFieldText } from "./use-field-text";

/**
 * The form's state: checked when a field is left and then while it is corrected, by the schema that the server uses.
 * `seen` is what Ion held when the form was opened; undefined for a new customer.
 */
export function useCustomerForm(initial: CustomerValues, seen: CustomerValues | undefined) {
  const t = useTranslations("errors");
  const resolver = useMemo(
    () => zodResolver(customerFormSchema(seen), { error: (issue) => fieldErrorText(issue, t) }),
    [seen, t],
  );
  return useForm<CustomerValues, unknown, CustomerValues>({
    defaultValues: initial,
    resolver,
    mode: "onTouched",
    // The summary of errors takes the focus, and leads to each field.
    shouldFocusError: false,
  });
}

/** What the server refused: texts go to their fields, the rest is kept for the top of the form. */
export function useRefusal(form: UseFormReturn<CustomerValues>) {
  const [refusal, setRefusal] = useState<UserFacingError>();
  const show = (error: UserFacingError | undefined) => {
    let placed = 0;
    for (const [path, messages] of Object.entries(error?.fieldErrors ?? {})) {
      const field = path.replace(/^values\./, "");
      const message = messages[0];
      if (message === undefined || !document.getElementById(fieldId(field))) continue;
      form.setError(field as FieldPath<CustomerValues>, { type: "server", message });
      placed++;
    }
    setRefusal(placed > 0 ? undefined : error);
  };
  return { refusal, show };
}

/** Everything that is wrong, in the order of the page, each with the name of its field. */
export function useProblems(form: UseFormReturn<CustomerValues>): FieldProblem[] {
  const t = useTranslations("customers.form");
  const text = useFieldText();
  const { errors, isSubmitted } = form.formState;
  if (!isSubmitted) return [];
  const labels: Record<string, string> = {
    organization: t("organization"),
    domain: t("domain"),
    languageCode: t("languageCode"),
    firstName: t("firstName"),
    lastName: t("lastName"),
    email: t("email"),
    alternateEmail: t("alternateEmail"),
    phone: t("phone"),
    title: t("jobTitle"),
    "address.country": t("country"),
    "address.street": t("street"),
    "address.suite": t("suite"),
    "address.city": t("city"),
  };
  return inPageOrder(
    errorPaths(errors).map(({ path, message }) => {
      // The country decides what these two are called, and the page knows it.
      const shown = document.querySelector(`label[for="${fieldId(path)}"]`)?.textContent ?? undefined;
      const label = labels[path] ?? shown ?? t("sections.custom");
      return { fieldId: fieldId(path.replace(/\.root$/, "")), label, message: text(message) };
    }),
  );
}
