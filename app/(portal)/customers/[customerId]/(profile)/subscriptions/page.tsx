import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readLayout } from "@/app/(portal)/_components/list/read-layout";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { SubscriptionsView } from "@/app/(portal)/subscriptions/_components/subscriptions-view";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { customerParams } from "@/lib/ids";
import { pack } from "@/lib/packed";
import { pageParams, readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { listCustomerSubscriptions } from "@/lib/subscriptions/list-customer-subscriptions";
import { toSubscriptionListParams } from "@/lib/subscriptions/subscription-list-query";
import {
  loadSubscriptionListSearch,
  toSubscriptionListQuery,
} from "@/lib/subscriptions/subscription-list-search";

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
  const query = toSubscriptionListQuery(loadSubscriptionListSearch(await searchParams));
  const [actor, layout, loaded] = await Promise.all([
    currentActor(),
    readLayout("customer-subscriptions"),
    readPage(() => listCustomerSubscriptions(customerId, query)),
  ]);
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return (
    <SubscriptionsView
      initial={{
        params: { ...toSubscriptionListParams(query), within: customerId },
        page: pack(loaded.data),
      }}
      layout={layout}
      customerId={customerId}
      mayManageSync={actor !== undefined && mayActor(actor, "mirror:manage")}
    />
  );
}
