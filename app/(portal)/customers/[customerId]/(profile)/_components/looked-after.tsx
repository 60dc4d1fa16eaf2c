import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { SalesPerson } from "@/lib/customers/schemas";
import { routes } from "@/lib/routes";

/** The sales people who see this customer; for those who may change that. */
export async function LookedAfter({
  customerId,
  people,
}: {
  customerId: string;
  people: readonly SalesPerson[];
}) {
  const t = await getTranslations("customers.overview");
  return (
    <Section
      title={t("lookedAfter")}
      actions={<TextLink href={`${routes.editCustomer(customerId)}#sales`}>{t("assign")}</TextLink>}
    >
      {people.length === 0 ? (
        <p className="text-table text-3">{t("lookedAfterNone")}</p>
      ) : (
        <ul className="grid gap-1 text-table">
          {people.map(({ id, name, email }) => (
            <li key={id}>
              {name} <span className="text-3">{email}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
