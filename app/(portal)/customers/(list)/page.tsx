import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { loadCustomerSearch, toCustomerQuery } from "@/lib/customers/customer-search-params";
import { listCustomers } from "@/lib/customers/live-list-customers";
import { readPage } from "@/lib/page";
import { LoadProblem } from "../../_components/load-problem";
import { CustomerList } from "./_components/customer-list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({ searchParams }: Props) {
  const [t, locale, actor, search] = await Promise.all([
    getTranslations("customers"),
    getLocale(),
    currentActor(),
    loadCustomerSearch(searchParams),
  ]);
  const query = toCustomerQuery(search);
  const loaded = await readPage(() => listCustomers(query, locale));
  if (!loaded.ok) {
    return (
      <>
        <PageHeader title={t("title")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  }
  const mayCreate = actor !== undefined && mayActor(actor, "customers:write");
  return <CustomerList initial={{ query, page: loaded.data }} mayCreate={mayCreate} />;
}
