"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { Section } from "@/components/ui/section";
import { type AddressField, type AddressRule, addressRule } from "@/lib/customers/address-rules";
import type { CodeName } from "@/lib/customers/country-names";
import { type CustomerValues, moveAddress } from "@/lib/customers/customer-values";
import { useTranslations } from "@/lib/i18n/use-translations";
import { CodeOptions } from "./code-options";
import { SelectField, TextField } from "./text-field";

const WIDTHS: Record<number, string> = {
  1: "",
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-[2fr_2fr_1.4fr]",
};

/** The address as its country writes it: which fields, in what order, by what name. */
export function AddressSection({ countries }: { countries: readonly CodeName[] }) {
  const t = useTranslations("customers.form");
  const { getValues, setValue, trigger, formState } = useFormContext<CustomerValues>();
  const country = useWatch<CustomerValues, "address.country">({ name: "address.country" });
  const rule = addressRule(country);
  const move = (next: string) => {
    const moved = moveAddress(getValues("address"), next);
    for (const field of ["state", "zip"] as const)
      setValue(`address.${field}`, moved[field], { shouldDirty: true });
    // What was wrong in the old country may be right in the new one, and the other way round.
    if (formState.isSubmitted || formState.touchedFields.address?.zip) {
      queueMicrotask(() => trigger(["address", "phone"]));
    }
  };
  return (
    <Section id="address" title={t("sections.address")}>
      <div className="grid gap-4">
        <SelectField name="address.country" label={t("country")} onChange={move} className="sm:w-1/2 sm:pr-2">
          <CodeOptions name="address.country" options={countries} />
        </SelectField>
        {rule.lines.map((line) => (
          <div key={line.join()} className={`grid gap-4 ${WIDTHS[line.length] ?? ""}`}>
            {line.map((field) => (
              <AddressInput key={field} field={field} rule={rule} />
            ))}
          </div>
        ))}
      </div>
    </Section>
  );
}

function AddressInput({ field, rule }: { field: AddressField; rule: AddressRule }) {
  const t = useTranslations("customers.form");
  if (field === "state") {
    const label = t(`stateWords.${rule.stateWord}`);
    const optional = rule.state === "optional";
    if (!rule.regions) return <TextField name="address.state" label={label} optional={optional} />;
    return (
      <SelectField name="address.state" label={label} optional={optional}>
        <CodeOptions name="address.state" options={rule.regions} optional={optional} />
      </SelectField>
    );
  }
  if (field === "zip") {
    return (
      <TextField
        name="address.zip"
        label={t(`zipWords.${rule.zipWord}`)}
        placeholder={rule.zipExample}
        optional={rule.zip === "optional"}
        className={rule.lines.some((line) => line.length === 1 && line[0] === "zip") ? "sm:w-1/2" : undefined}
      />
    );
  }
  return <TextField name={`address.${field}`} label={t(field)} optional={field === "suite"} />;
}
