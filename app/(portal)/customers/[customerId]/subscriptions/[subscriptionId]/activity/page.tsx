import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { subscriptionParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { getSubscription } from "@/lib/subscriptions/get-subscription";
import { ActivityTable } from "../_components/activity-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("activity.label") };
}

/** What was done to a subscription, newest first. */
export default async function SubscriptionActivityPage({ params }: { params: Promise<unknown> }) {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  const loaded = await readPage(() => getSubscription(customerId, subscriptionId));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return <ActivityTable activity={loaded.data.activity} />;
}
