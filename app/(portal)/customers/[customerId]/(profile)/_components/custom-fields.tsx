import { getTranslations } from "next-intl/server";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import type { CustomField } from "@/lib/customers/schemas";

/** The account's own facts about a customer; a value whose name is a secret's stays hidden. */
export async function CustomFields({ fields }: { fields: readonly CustomField[] }) {
  const t = await getTranslations("customers.overview");
  return (
    <Section title={t("customFields")}>
      {fields.length === 0 ? (
        <p className="text-table text-3">{t("customFieldsNone")}</p>
      ) : (
        <DescriptionList columns={3}>
          {fields.map(({ key, value, withheld }) => (
            <Fact key={key} label={<span className="break-words">{key}</span>}>
              {withheld ? <span className="text-3">{t("withheld")}</span> : value}
            </Fact>
          ))}
        </DescriptionList>
      )}
    </Section>
  );
}
