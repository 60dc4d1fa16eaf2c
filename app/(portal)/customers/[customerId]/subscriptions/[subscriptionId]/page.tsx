import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fresh } from "@/app/(portal)/_components/fresh";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { SeenNote } from "@/app/(portal)/_components/seen-note";
import { DetailLayout } from "@/components/ui/detail-layout";
import { subscriptionParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { getKnownSubscription, getSubscription } from "@/lib/subscriptions/get-subscription";
import { SubscriptionFacts } from "./_components/subscription-facts";
import { SubscriptionMore } from "./_components/subscription-more";
import { SubscriptionPrice } from "./_components/subscription-price";
import { SubscriptionTerm } from "./_components/subscription-term";

type Props = { params: Promise<unknown> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  const loaded = await readPage(() => getKnownSubscription(customerId, subscriptionId));
  const t = await getTranslations("subscriptions");
  return { title: loaded.ok ? loaded.data.value.name : t("one", { id: subscriptionId }) };
}

/** What a subscription is, costs, and until when. */
export default async function SubscriptionPage({ params }: Props) {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  const loaded = await readPage(() => getKnownSubscription(customerId, subscriptionId));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  const known = loaded.data;
  const read = () => getSubscription(customerId, subscriptionId);
  return (
    <DetailLayout
      facts={
        <Fresh known={known} read={read}>
          {(subscription, seen) => (
            <>
              <SubscriptionFacts subscription={subscription} />
              <SeenNote seen={seen} />
            </>
          )}
        </Fresh>
      }
    >
      <Fresh known={known} read={read}>
        {(subscription) => (
          <>
            <SubscriptionTerm subscription={subscription} />
            <SubscriptionPrice subscription={subscription} />
            <SubscriptionMore subscription={subscription} />
          </>
        )}
      </Fresh>
    </DetailLayout>
  );
}
