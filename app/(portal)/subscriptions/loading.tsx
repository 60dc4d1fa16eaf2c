import { SubscriptionsSkeleton } from "./_components/subscriptions-skeleton";

export default function SubscriptionsLoading() {
  return <SubscriptionsSkeleton withCustomer />;
}
