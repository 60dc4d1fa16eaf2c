import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { SubscriptionsSkeleton } from "./_components/subscriptions-skeleton";

export default function SubscriptionsLoading() {
  const t = useTranslations("subscriptions");
  return (
    <>
      <PageHeader title={t("title")} />
      <SubscriptionsSkeleton withCustomer />
    </>
  );
}
