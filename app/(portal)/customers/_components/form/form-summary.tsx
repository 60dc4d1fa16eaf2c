"use client";

import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import type { CodeName } from "@/lib/customers/country-names";
import { customerFormSchema } from "@/lib/customers/customer-form-schema";
import type { CustomerValues } from "@/lib/customers/customer-values";
import { formatAddress } from "@/lib/customers/format-address";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What the form says so far, in few words, and how much of what is needed is still missing. */
export function FormSummary({
  seen,
  countries,
  languages,
  salesNames,
}: {
  seen: CustomerValues | undefined;
  countries: readonly CodeName[];
  languages: readonly CodeName[];
  salesNames: readonly string[];
}) {
  const t = useTranslations("customers.form");
  const values = useWatch<CustomerValues>() as CustomerValues;
  const schema = useMemo(() => customerFormSchema(seen), [seen]);
  const missing = useMemo(() => {
    const issues = schema.safeParse(values).error?.issues ?? [];
    return new Set(issues.filter(({ message }) => message === "required").map(({ path }) => path.join(".")))
      .size;
  }, [schema, values]);
  const { address } = values;
  const lines = formatAddress(
    address,
    countries.find(({ code }) => code === address.country)?.name ?? address.country,
  );
  const fullName = [values.firstName, values.lastName].filter(Boolean).join(" ");
  return (
    <>
      <h2 className="text-table font-semibold">{t("summary")}</h2>
      <DescriptionList columns={1}>
        <Fact label={t("organization")}>{clip(values.organization)}</Fact>
        <Fact label={t("sections.contact")}>
          {(fullName || values.email) && (
            <>
              <span className="block">{clip(fullName)}</span>
              <span className="block break-all">{clip(values.email)}</span>
            </>
          )}
        </Fact>
        <Fact label={t("languageCode")}>
          {languages.find(({ code }) => code === values.languageCode)?.name ?? values.languageCode}
        </Fact>
        <Fact label={t("sections.address")}>
          {lines.map((line) => (
            <span key={line} className="block">
              {clip(line)}
            </span>
          ))}
        </Fact>
        <Fact label={t("sections.sales")}>{salesNames.join(", ")}</Fact>
      </DescriptionList>
      <p className="text-table text-2">{t("summaryMissing", { count: missing })}</p>
    </>
  );
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
