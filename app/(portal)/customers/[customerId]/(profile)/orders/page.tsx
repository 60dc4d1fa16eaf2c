import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { OrdersView } from "@/app/(portal)/orders/_components/orders-view";
import { customerParams } from "@/lib/ids";
import { listCustomerOrders } from "@/lib/orders/live-list-customer-orders";
import { loadOrderSearch, toOrderQuery } from "@/lib/orders/order-search";
import { pageParams, readPage } from "@/lib/page";
import { routes } from "@/lib/routes";

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
  const query = toOrderQuery(await loadOrderSearch(searchParams), customerId);
  const loaded = await readPage(() => listCustomerOrders(customerId, query));
  if (!loaded.ok && loaded.error.code === "ION_INVALID" && query.page) {
    redirect(routes.customerOrders(customerId));
  }
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return <OrdersView initialQuery={query} initial={loaded.data} customerId={customerId} />;
}
