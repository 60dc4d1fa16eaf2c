import { getTranslations } from "next-intl/server";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";

const SIZES = [190, 150, 215, 185, 185, 130, 200];

export default async function AuditLoading() {
  const t = await getTranslations("audit");
  return <ListPageSkeleton title={t("title")} sizes={SIZES} />;
}
