import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { toCustomerListParams } from "@/lib/customers/customer-list-query";
import { loadCustomerListSearch, toCustomerListQuery } from "@/lib/customers/customer-list-search";
import { listCustomers } from "@/lib/customers/list-customers";
import { pack } from "@/lib/packed";
import { readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { listViews } from "@/lib/views/list-views";
import { readLayout } from "../../_components/list/read-layout";
import { LoadProblem } from "../../_components/load-problem";
import { Soon } from "../../_components/soon";
import { CustomerList } from "./_components/customer-list";
import { CustomerListSkeleton } from "./_components/customer-list-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

/** All customers this person may see. */
export default function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Soon content={customers(searchParams)} fallback={<CustomerListSkeleton />} />;
}

async function customers(searchParams: Promise<SearchParams>) {
  const query = toCustomerListQuery(loadCustomerListSearch(await searchParams));
  const locale = await getLocale();
  const [t, actor, layout, loaded] = await Promise.all([
    getTranslations("customers"),
    currentActor(),
    readLayout("customers"),
    readPage(() => Promise.all([listCustomers(query, locale), listViews("customers")])),
  ]);
  if (!loaded.ok) {
    return (
      <>
        <PageHeader title={t("title")} />
        <LoadProblem error={loaded.error} />
      </>
    );
  }
  const [page, views] = loaded.data;
  return (
    <CustomerList
      initial={{ params: toCustomerListParams(query), page: pack(page) }}
      layout={layout}
      mayCreate={actor !== undefined && mayActor(actor, "customers:write")}
      mayManageSync={actor !== undefined && mayActor(actor, "mirror:manage")}
      views={{ views, mayShare: actor !== undefined && mayActor(actor, "views:share") }}
    />
  );
}
