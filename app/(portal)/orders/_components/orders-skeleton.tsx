import { getTranslations } from "next-intl/server";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";

const SIZES = [84, 185, 248, 70, 215, 168, 118];
const SIZES_WITHOUT_CUSTOMER = [84, 248, 70, 215, 168, 118];

/** Holds the place of a list of orders; without customers on a customer's own page. */
export async function OrdersSkeleton({ withCustomer }: { withCustomer: boolean }) {
  const t = await getTranslations("orders");
  return withCustomer ? (
    <ListPageSkeleton title={t("title")} sizes={SIZES} />
  ) : (
    <ListPageSkeleton sizes={SIZES_WITHOUT_CUSTOMER} />
  );
}
