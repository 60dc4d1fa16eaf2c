import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of the cloud profiles. */
export function CloudProfilesSkeleton() {
  const t = useTranslations("customers.profiles");
  return (
    <Section title={t("title")} description={t("description")}>
      <div className="grid gap-5 pt-1">
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-5/6" />
        <Skeleton className="h-4 w-full" />
      </div>
    </Section>
  );
}
