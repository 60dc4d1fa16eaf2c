"use client";

import { type FieldPath, useWatch } from "react-hook-form";
import type { CodeName } from "@/lib/customers/country-names";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Options of a select: an empty one first, and what Ion holds even when the list does not know it. */
export function CodeOptions({
  name,
  options,
  optional = false,
}: {
  name: FieldPath<CustomerValues>;
  options: readonly CodeName[];
  optional?: boolean;
}) {
  const t = useTranslations("customers.form");
  const value = useWatch<CustomerValues>({ name });
  const isStranger =
    typeof value === "string" && value !== "" && !options.some((option) => option.code === value);
  return (
    <>
      <option value="">{optional ? "" : t("choose")}</option>
      {isStranger && <option value={value}>{t("asStored", { value })}</option>}
      {options.map(({ code, name: label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </>
  );
}
