import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageCrumbs } from "@/components/shell/page-crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requirePermission } from "@/lib/auth/require-permission";
import { countryOptions } from "@/lib/customers/country-names";
import { toCustomerValues } from "@/lib/customers/customer-values";
import { getEditableCustomer } from "@/lib/customers/get-editable-customer";
import { languageOptions } from "@/lib/customers/language-names";
import { listAssignedPeople, listSalesPeople } from "@/lib/customers/list-sales-people";
import { customerParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { LoadProblem } from "../../../_components/load-problem";
import { EditCustomer } from "../../_components/form/edit-customer";

type Props = { params: Promise<{ customerId: string }> };

/** Who may not edit learns nothing of the customer. */
async function load(params: Props["params"]) {
  const { customerId } = await pageParams(customerParams, params);
  return readPage(async () => {
    const actor = await requirePermission("customers:write", customerId);
    const customer = await getEditableCustomer(customerId);
    return { actor, customer };
  });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await load(params);
  const t = await getTranslations("customers");
  return {
    title: loaded.ok
      ? t("form.editTitle", { organization: loaded.data.customer.organization })
      : t("header.edit"),
  };
}

export default async function EditCustomerPage({ params }: Props) {
  const [t, locale, loaded] = await Promise.all([getTranslations("customers"), getLocale(), load(params)]);
  if (!loaded.ok)
    return (
      <>
        <PageHeader title={t("header.edit")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  const { actor, customer } = loaded.data;
  const assignments = await readPage(() => Promise.all([listSalesPeople(), listAssignedPeople(customer.id)]));
  if (!assignments.ok)
    return (
      <>
        <PageHeader title={t("header.edit")} />
        <LoadProblem error={assignments.error} />
      </>
    );
  const [people, assigned] = assignments.data;
  const { organization } = customer;
  return (
    <>
      <PageCrumbs
        crumbs={[{ label: organization, href: routes.customer(customer.id) }, { label: t("header.edit") }]}
      />
      <PageHeader title={t("form.editTitle", { organization })} facts={t("header.id", { id: customer.id })} />
      <EditCustomer
        customerId={customer.id}
        initial={toCustomerValues(customer)}
        assigned={assigned.map(({ id }) => id)}
        choices={{ countries: countryOptions(locale), languages: languageOptions(locale), people }}
        draftKey={`customer-draft/${actor.userId}/${customer.id}`}
      />
    </>
  );
}
