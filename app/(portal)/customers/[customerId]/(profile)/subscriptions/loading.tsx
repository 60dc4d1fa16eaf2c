import { SubscriptionsSkeleton } from "@/app/(portal)/subscriptions/_components/subscriptions-skeleton";

export default function CustomerSubscriptionsLoading() {
  return <SubscriptionsSkeleton withCustomer={false} />;
}
