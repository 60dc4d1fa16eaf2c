"use client";

import { type ReactNode, useState } from "react";
import { FormProvider, type UseFormReturn } from "react-hook-form";
import { useNeedsIon } from "@/app/(portal)/_components/connection";
import { NeedsIonFirst, NeedsIonNote } from "@/app/(portal)/_components/needs-ion-note";
import { ErrorSummary } from "@/components/forms/error-summary";
import { useLeaveWarning } from "@/components/forms/use-leave-warning";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CodeName } from "@/lib/customers/country-names";
import type { CustomerValues } from "@/lib/customers/customer-values";
import type { SalesPerson } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { UserFacingError } from "@/lib/user-facing";
import { AddressSection } from "./address-section";
import { CompanySection } from "./company-section";
import { ContactSection } from "./contact-section";
import { CustomFieldsSection } from "./custom-fields-section";
import { FormSummary } from "./form-summary";
import { SalesSection } from "./sales-section";
import { useProblems } from "./use-customer-form";

/** What both forms offer to choose from. */
export type CustomerChoices = {
  countries: readonly CodeName[];
  languages: readonly CodeName[];
  people: readonly SalesPerson[];
};

type Props = {
  form: UseFormReturn<CustomerValues, unknown, CustomerValues>;
  /** What Ion held when the form was opened; undefined for a new customer. */
  seen: CustomerValues | undefined;
  choices: CustomerChoices;
  salesPeople: string[];
  onSalesPeople: (ids: string[]) => void;
  dirty: boolean;
  /** Called with valid values; the form stays pending until it is done. */
  onSubmit: (values: CustomerValues) => Promise<void>;
  submitLabel: string;
  cancelHref: string;
  /** Forgets the draft. */
  onCancel: () => void;
  /** What the server refused, when it is about no field. */
  refusal: UserFacingError | undefined;
  /** Present when a draft was found: throws it away. */
  onStartOver: (() => void) | undefined;
  /** Stands above the sections. */
  notice?: ReactNode;
};

/** The customer form's frame: errors first, sections, and a summary with the buttons that stays in sight. */
export function CustomerForm(props: Props) {
  const { form, seen, choices, salesPeople, dirty, onSubmit, refusal, onStartOver } = props;
  const t = useTranslations("customers.form");
  const [attempt, setAttempt] = useState(0);
  const problems = useProblems(form);
  const { isSubmitting } = form.formState;
  const needsIon = useNeedsIon();
  useLeaveWarning(dirty);

  const submit = form.handleSubmit(
    async (values) => {
      await onSubmit(values);
      setAttempt((count) => count + 1);
    },
    () => setAttempt((count) => count + 1),
  );
  return (
    <FormProvider {...form}>
      <form
        noValidate
        autoComplete="off"
        aria-busy={isSubmitting}
        onSubmit={(event) => {
          // Enter in a field while the last answer is still on its way sends nothing twice.
          if (isSubmitting || needsIon.disabledReason !== undefined) event.preventDefault();
          else void submit(event);
        }}
        className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,44rem)_18.5rem]"
      >
        <div className="grid min-w-0 content-start gap-8">
          {(problems.length > 0 || refusal || onStartOver || props.notice) && (
            <div className="grid gap-3">
              <ErrorSummary problems={problems} attempt={attempt} />
              {refusal && <RefusalBanner refusal={refusal} isNew={seen === undefined} />}
              {props.notice}
              {onStartOver && (
                <Banner
                  tone="info"
                  live="polite"
                  action={
                    <Button size="sm" onClick={onStartOver}>
                      {t("startOver")}
                    </Button>
                  }
                >
                  {t("draftRestored")}
                </Banner>
              )}
            </div>
          )}
          <NeedsIonFirst />
          <CompanySection languages={choices.languages} withStatus={seen !== undefined} />
          <ContactSection isNew={seen === undefined} />
          <AddressSection countries={choices.countries} />
          <SalesSection people={choices.people} chosen={salesPeople} onChange={props.onSalesPeople} />
          <CustomFieldsSection />
        </div>
        <aside className="grid content-start gap-4 border-line max-lg:border-t max-lg:pt-6 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-5.5rem)] lg:self-start lg:overflow-y-auto lg:border-l lg:pl-6">
          <FormSummary
            seen={seen}
            countries={choices.countries}
            languages={choices.languages}
            salesNames={choices.people.filter(({ id }) => salesPeople.includes(id)).map(({ name }) => name)}
          />
          <NeedsIonNote />
          <div className="flex flex-wrap gap-2">
            <SubmitButton
              pending={isSubmitting}
              {...(seen !== undefined && !dirty ? { disabledReason: t("noChanges") } : {})}
              {...needsIon}
            >
              {props.submitLabel}
            </SubmitButton>
            <ButtonLink href={props.cancelHref} onClick={props.onCancel}>
              {t("cancel")}
            </ButtonLink>
          </div>
        </aside>
      </form>
    </FormProvider>
  );
}

/** A refusal that is about no field. Without a clear answer nothing is claimed, and what to do is said. */
function RefusalBanner({ refusal, isNew }: { refusal: UserFacingError; isNew: boolean }) {
  const t = useTranslations("customers.form");
  const isUnconfirmed = ["ION_OUTCOME_UNKNOWN", "OFFLINE"].includes(refusal.code);
  return (
    <Banner
      tone={isUnconfirmed ? "attention" : "danger"}
      live="assertive"
      title={isUnconfirmed ? t("unconfirmed") : t("refused")}
      reference={refusal.reference}
    >
      {refusal.code === "ION_OUTCOME_UNKNOWN"
        ? t(isNew ? "unconfirmedNew" : "unconfirmedEdit")
        : refusal.message}
    </Banner>
  );
}
