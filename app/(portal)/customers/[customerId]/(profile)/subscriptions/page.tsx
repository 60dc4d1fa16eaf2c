import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { SubscriptionsView } from "@/app/(portal)/subscriptions/_components/subscriptions-view";
import { customerParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { listCustomerSubscriptions } from "@/lib/subscriptions/live-list-customer-subscriptions";
import { loadSubscriptionSearch, toSubscriptionQuery } from "@/lib/subscriptions/subscription-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("title") };
}

/** One customer's subscriptions. */
export default async function CustomerSubscriptionsPage({
  params,
  searchParams,
}: {
  params: Promise<unknown>;
  searchParams: Promise<SearchParams>;
}) {
  const { customerId } = await pageParams(customerParams, params);
  const query = toSubscriptionQuery(await loadSubscriptionSearch(searchParams), customerId);
  const loaded = await readPage(() => listCustomerSubscriptions(customerId, query));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return <SubscriptionsView initialQuery={query} initial={loaded.data} customerId={customerId} />;
}
