import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { listOrders } from "@/lib/orders/list-orders";
import { toOrderListParams } from "@/lib/orders/order-list-query";
import { loadOrderListSearch, toOrderListQuery } from "@/lib/orders/order-list-search";
import { pack } from "@/lib/packed";
import { readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { listViews } from "@/lib/views/list-views";
import { readLayout } from "../_components/list/read-layout";
import { LoadProblem } from "../_components/load-problem";
import { Soon } from "../_components/soon";
import { OrdersSkeleton } from "./_components/orders-skeleton";
import { OrdersView } from "./_components/orders-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

/** All orders this person may see, newest first. */
export default function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Soon content={orders(searchParams)} fallback={<OrdersSkeleton withCustomer />} />;
}

async function orders(searchParams: Promise<SearchParams>) {
  const query = toOrderListQuery(loadOrderListSearch(await searchParams));
  const [t, actor, layout, loaded] = await Promise.all([
    getTranslations("orders"),
    currentActor(),
    readLayout("orders"),
    readPage(() => Promise.all([listOrders(query), listViews("orders")])),
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
    <OrdersView
      initial={{ params: toOrderListParams(query), page: pack(page) }}
      layout={layout}
      mayManageSync={actor !== undefined && mayActor(actor, "mirror:manage")}
      views={{ views, mayShare: actor !== undefined && mayActor(actor, "views:share") }}
    />
  );
}
