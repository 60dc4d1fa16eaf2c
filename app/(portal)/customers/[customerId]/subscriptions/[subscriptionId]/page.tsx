import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LoadProblem } from "@/app/(portal)/_components/load-problem";
import { DetailLayout } from "@/components/ui/detail-layout";
import { subscriptionParams } from "@/lib/ids";
import { pageParams, readPage } from "@/lib/page";
import { getSubscription } from "@/lib/subscriptions/get-subscription";
import { SubscriptionFacts } from "./_components/subscription-facts";
import { SubscriptionMore } from "./_components/subscription-more";
import { SubscriptionPrice } from "./_components/subscription-price";
import { SubscriptionTerm } from "./_components/subscription-term";

type Props = { params: Promise<unknown> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  const loaded = await readPage(() => getSubscription(customerId, subscriptionId));
  const t = await getTranslations("subscriptions");
  return { title: loaded.ok ? loaded.data.name : t("one", { id: subscriptionId }) };
}

/** What a subscription is, costs, and until when. */
export default async function SubscriptionPage({ params }: Props) {
  const { customerId, subscriptionId } = await pageParams(subscriptionParams, params);
  const loaded = await readPage(() => getSubscription(customerId, subscriptionId));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  const subscription = loaded.data;
  return (
    <DetailLayout facts={<SubscriptionFacts subscription={subscription} />}>
      <SubscriptionTerm subscription={subscription} />
      <SubscriptionPrice subscription={subscription} />
      <SubscriptionMore subscription={subscription} />
    </DetailLayout>
  );
}
