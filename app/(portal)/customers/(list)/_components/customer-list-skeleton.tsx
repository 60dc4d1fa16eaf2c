import { getTranslations } from "next-intl/server";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";

const SIZES = [270, 120, 170, 250, 200, 150, 120];

/** Holds the place of the list of customers. */
export async function CustomerListSkeleton() {
  const t = await getTranslations("customers");
  return <ListPageSkeleton title={t("title")} sizes={SIZES} />;
}
