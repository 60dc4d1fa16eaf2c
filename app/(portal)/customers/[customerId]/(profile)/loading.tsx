import { DetailLayout } from "@/components/ui/detail-layout";
import { Skeleton } from "@/components/ui/skeleton";
import { useTranslations } from "@/lib/i18n/use-translations";
import { SectionSkeleton } from "./_components/section-skeleton";

const FACTS = [
  [5, "contact"],
  [4, "address"],
  [5, "details"],
] as const;

/** The shape of the overview; the other tabs have their own. */
export default function CustomerLoading() {
  const t = useTranslations("customers");
  return (
    <DetailLayout
      facts={FACTS.map(([lines, key]) => (
        <div key={key} className="grid gap-3">
          <Skeleton className="h-4 w-24" />
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
            <Skeleton key={line} className="h-4 w-full" />
          ))}
        </div>
      ))}
    >
      <SectionSkeleton title={t("profiles.title")} description={t("profiles.description")} />
      <SectionSkeleton title={t("recent.title")} />
    </DetailLayout>
  );
}
