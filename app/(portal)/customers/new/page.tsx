import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requirePermission } from "@/lib/auth/require-permission";
import { countryOptions } from "@/lib/customers/country-names";
import { newCustomerValues } from "@/lib/customers/customer-values";
import { languageOptions } from "@/lib/customers/language-names";
import { listSalesPeople } from "@/lib/customers/list-sales-people";
import { newCustomerDefaults } from "@/lib/customers/new-customer-defaults";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { NewCustomer } from "../_components/form/new-customer";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers.form"))("newTitle") };
}

export default async function NewCustomerPage() {
  const [t, locale] = await Promise.all([getTranslations("customers.form"), getLocale()]);
  const loaded = await readPage(async () => {
    const actor = await requirePermission("customers:write");
    const [people, defaults] = await Promise.all([listSalesPeople(), newCustomerDefaults()]);
    return { people, defaults, draftKey: `customer-draft/${actor.userId}/new` };
  });
  if (!loaded.ok)
    return (
      <>
        <PageHeader title={t("newTitle")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  const { people, defaults, draftKey } = loaded.data;
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("newTitle") }]} />
      <PageHeader title={t("newTitle")} />
      <NewCustomer
        initial={newCustomerValues(defaults)}
        choices={{ countries: countryOptions(locale), languages: languageOptions(locale), people }}
        draftKey={draftKey}
      />
    </>
  );
}
