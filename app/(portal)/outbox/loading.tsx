import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { useTranslations } from "@/lib/i18n/use-translations";

export default function OutboxLoading() {
  const t = useTranslations("outbox");
  return (
    <>
      <PageHeader title={t("title")} facts={t("facts")} />
      <div className="grid max-w-5xl border-t border-line">
        {["one", "two", "three", "four"].map((row) => (
          <div key={row} className="grid h-20 content-center gap-2 border-b border-line">
            <Skeleton className="w-56 max-w-full" />
            <Skeleton className="w-80 max-w-full" />
          </div>
        ))}
      </div>
    </>
  );
}
