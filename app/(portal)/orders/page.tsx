import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "@/components/ui/page-header";
import { listOrders } from "@/lib/orders/live-list-orders";
import { loadOrderSearch, toOrderQuery } from "@/lib/orders/order-search";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { LoadProblem } from "../_components/load-problem";
import { OrdersView } from "./_components/orders-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

/** All orders this person may see, newest first. */
export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("orders");
  const query = toOrderQuery(await loadOrderSearch(searchParams));
  const loaded = await readPage(() => listOrders(query));
  // A page token that Ion no longer takes (an old link) leads back to the first page.
  if (!loaded.ok && loaded.error.code === "ION_INVALID" && query.page) redirect(routes.orders());
  return (
    <>
      <PageHeader title={t("title")} />
      {loaded.ok ? (
        <OrdersView initialQuery={query} initial={loaded.data} />
      ) : (
        <LoadProblem error={loaded.error} />
      )}
    </>
  );
}
