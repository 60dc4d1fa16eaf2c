import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fresh } from "@/app/(portal)/_components/fresh";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { SeenNote } from "@/app/(portal)/_components/seen-note";
import { subscriptionParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { getKnownSubscription, getSubscription } from "@/lib/subscriptions/get-subscription";
import { ActivityTable } from "../_components/activity-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("subscriptions"))("activity.label") };
}

/** What was done to a subscription, newest first. */
export default async function SubscriptionActivityPage({ params }: { params: Promise<unknown> }) {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  const loaded = await readPage(() => getKnownSubscription(customerId, subscriptionId));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  return (
    <Fresh known={loaded.data} read={() => getSubscription(customerId, subscriptionId)}>
      {({ activity }, seen) => (
        <div className="grid gap-3">
          {/* A list tells nothing of what was done: an empty one of the mirror is no answer. */}
          {(activity.length > 0 || seen.state === "live") && <ActivityTable activity={activity} />}
          <SeenNote seen={seen} />
        </div>
      )}
    </Fresh>
  );
}
