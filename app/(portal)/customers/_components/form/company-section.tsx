"use client";

import { Section } from "@/components/ui/section";
import type { CodeName } from "@/lib/customers/country-names";
import { useTranslations } from "@/lib/i18n/use-translations";
import { CodeOptions } from "./code-options";
import { SelectField, TextField } from "./text-field";

/** The organization itself. A new customer is always active, so its status is asked only when editing. */
export function CompanySection({
  languages,
  withStatus,
}: {
  languages: readonly CodeName[];
  withStatus: boolean;
}) {
  const t = useTranslations("customers");
  return (
    <Section id="company" title={t("form.sections.company")} description={t("form.companyHelp")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="organization" label={t("form.organization")} className="sm:col-span-2" />
        <TextField
          name="domain"
          label={t("form.domain")}
          help={t("form.domainHelp")}
          optional
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SelectField name="languageCode" label={t("form.languageCode")} help={t("form.languageHelp")}>
          <CodeOptions name="languageCode" options={languages} />
        </SelectField>
        {withStatus && (
          <SelectField name="status" label={t("form.status")} help={t("form.statusHelp")}>
            <option value="active">{t("status.active")}</option>
            <option value="inactive">{t("status.inactive")}</option>
          </SelectField>
        )}
      </div>
    </Section>
  );
}
