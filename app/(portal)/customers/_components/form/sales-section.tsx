"use client";

import { Checkbox } from "@/components/ui/choice";
import { Section } from "@/components/ui/section";
import type { SalesPerson } from "@/lib/customers/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Who of the sales people sees this customer. */
export function SalesSection({
  people,
  chosen,
  onChange,
}: {
  people: readonly SalesPerson[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations("customers.form");
  return (
    <Section id="sales" title={t("sections.sales")} description={t("salesHelp")}>
      {people.length === 0 ? (
        <p className="text-table text-3">{t("noSalesPeople")}</p>
      ) : (
        <fieldset className="grid max-h-72 gap-1 overflow-y-auto sm:grid-cols-2">
          <legend className="sr-only">{t("sections.sales")}</legend>
          {people.map(({ id, name, email }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
              label={
                <>
                  {name} <span className="break-all text-3">{email}</span>
                </>
              }
            />
          ))}
        </fieldset>
      )}
    </Section>
  );
}
