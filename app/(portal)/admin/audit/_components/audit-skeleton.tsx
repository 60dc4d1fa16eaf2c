import { getTranslations } from "next-intl/server";
import { ListPageSkeleton } from "@/app/(portal)/_components/list/list-page-skeleton";

const SIZES = [190, 150, 215, 185, 185, 130, 200];

/** Holds the place of the log. */
export async function AuditSkeleton() {
  const t = await getTranslations("audit");
  return <ListPageSkeleton title={t("title")} sizes={SIZES} />;
}
