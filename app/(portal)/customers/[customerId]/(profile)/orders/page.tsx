import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readLayout } from "@/app/(portal)/_components/list/read-layout";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { OrdersView } from "@/app/(portal)/orders/_components/orders-view";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { customerParams } from "@/lib/ids";
import { listCustomerOrders } from "@/lib/orders/list-customer-orders";
import { toOrderListParams } from "@/lib/orders/order-list-query";
import { loadOrderListSearch, toOrderListQuery } from "@/lib/orders/order-list-search";
import { pack } from "@/lib/packed";
import { pageParams, readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

/** One customer's orders, newest first. */
export default async function CustomerOrdersPage({
  params,
  searchParams,
}: {
  params: Promise<unknown>;
  searchParams: Promise<SearchParams>;
}) {
  const { customerId } = await pageParams(customerParams, params);
  const query = toOrderListQuery(loadOrderListSearch(await searchParams));
  const [actor, layout, loaded] = await Promise.all([
    currentActor(),
    readLayout("customer-orders"),
    readPage(() => listCustomerOrders(customerId, query)),
  ]);
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return (
    <OrdersView
      initial={{ params: { ...toOrderListParams(query), within: customerId }, page: pack(loaded.data) }}
      layout={layout}
      customerId={customerId}
      mayManageSync={actor !== undefined && mayActor(actor, "mirror:manage")}
    />
  );
}
