import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { currentActor } from "@/lib/auth/current-actor";
import { mayActor } from "@/lib/auth/require-permission";
import { pack } from "@/lib/packed";
import { readPage } from "@/lib/page";
import type { SearchParams } from "@/lib/search-params";
import { listSubscriptions } from "@/lib/subscriptions/list-subscriptions";
import { toSubscriptionListParams } from "@/lib/subscriptions/subscription-list-query";
import {
  loadSubscriptionListSearch,
  toSubscriptionListQuery,
} from "@/lib/subscriptions/subscription-list-search";
import { listViews } from "@/lib/views/list-views";
import { readLayout } from "../_components/list/read-layout";
import { LoadProblem } from "../_components/load-problem";
import { Soon } from "../_components/soon";
import { SubscriptionsSkeleton } from "./_components/subscriptions-skeleton";
import { SubscriptionsView } from "./_components/subscriptions-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("title") };
}

/** All subscriptions this person may see. */
export default function SubscriptionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Soon content={subscriptions(searchParams)} fallback={<SubscriptionsSkeleton withCustomer />} />;
}

async function subscriptions(searchParams: Promise<SearchParams>) {
  const query = toSubscriptionListQuery(loadSubscriptionListSearch(await searchParams));
  const [t, actor, layout, loaded] = await Promise.all([
    getTranslations("subscriptions"),
    currentActor(),
    readLayout("subscriptions"),
    readPage(() => Promise.all([listSubscriptions(query), listViews("subscriptions")])),
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
    <SubscriptionsView
      initial={{ params: toSubscriptionListParams(query), page: pack(page) }}
      layout={layout}
      mayManageSync={actor !== undefined && mayActor(actor, "mirror:manage")}
      views={{ views, mayShare: actor !== undefined && mayActor(actor, "views:share") }}
    />
  );
}
