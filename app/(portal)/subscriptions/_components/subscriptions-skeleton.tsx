import { getTranslations } from "next-intl/server";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";

const SIZES = [240, 185, 110, 70, 134, 110, 90, 150];
const SIZES_WITHOUT_CUSTOMER = [240, 110, 70, 134, 110, 90, 150];

/** Holds the place of a list of subscriptions; without customers on a customer's own page. */
export async function SubscriptionsSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = await getTranslations("subscriptions");
  return withCustomer ? (
    <ListPageSkeleton title={t("title")} sizes={SIZES} />
  ) : (
    <ListPageSkeleton sizes={SIZES_WITHOUT_CUSTOMER} />
  );
}
