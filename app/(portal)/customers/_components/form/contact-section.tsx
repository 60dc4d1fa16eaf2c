"use client";

import { Section } from "@/components/ui/section";
import { useTranslations } from "@/lib/i18n/use-translations";
import { TextField } from "./text-field";

/** Whom Ion and the vendors write to. */
export function ContactSection({ isNew }: { isNew: boolean }) {
  const t = useTranslations("customers.form");
  return (
    <Section
      id="contact"
      title={t("sections.contact")}
      description={isNew ? t("contactHelp") : t("contactHelpEdit")}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="firstName" label={t("firstName")} />
        <TextField name="lastName" label={t("lastName")} />
        <TextField
          name="email"
          label={t("email")}
          help={t("emailHelp")}
          type="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField name="phone" label={t("phone")} help={t("phoneHelp")} optional type="tel" />
        <TextField
          name="alternateEmail"
          label={t("alternateEmail")}
          optional
          type="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField name="title" label={t("jobTitle")} optional />
      </div>
    </Section>
  );
}
