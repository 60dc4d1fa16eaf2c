import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "@/components/ui/page-header";
import { readPage } from "@/lib/page";
import { listSubscriptions } from "@/lib/subscriptions/live-list-subscriptions";
import { loadSubscriptionSearch, toSubscriptionQuery } from "@/lib/subscriptions/subscription-search";
import { LoadProblem } from "../_components/load-problem";
import { SubscriptionsView } from "./_components/subscriptions-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("title") };
}

/** All subscriptions this person may see. */
export default async function SubscriptionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const t = await getTranslations("subscriptions");
  const query = toSubscriptionQuery(await loadSubscriptionSearch(searchParams));
  const loaded = await readPage(() => listSubscriptions(query));
  return (
    <>
      <PageHeader title={t("title")} />
      {loaded.ok ? (
        <SubscriptionsView initialQuery={query} initial={loaded.data} />
      ) : (
        <LoadProblem error={loaded.error} />
      )}
    </>
  );
}
