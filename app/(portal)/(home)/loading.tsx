import { PageHeader } from "@/components/ui/page-header";
import { useTranslations } from "@/lib/i18n/use-translations";
import { HomeLayout } from "./_components/home-layout";
import { HomeSkeleton } from "./_components/home-skeleton";

export default function HomeLoading() {
  const t = useTranslations("home");
  return (
    <>
      <PageHeader title={t("lead")} />
      <HomeLayout orders={<HomeSkeleton rows={4} />} aside={<HomeSkeleton rows={3} />} />
    </>
  );
}
