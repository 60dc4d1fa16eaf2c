import { Skeleton } from "@/components/ui/skeleton";
import { useTranslations } from "@/lib/i18n/use-translations";

const MOST_ROWS = 8;

/** Holds the place of a product's plans while they are read. */
export function PlanPanelSkeleton({ rows }: { rows: number }) {
  const t = useTranslations("catalog");
  return (
    <div className="grid gap-3" aria-busy="true">
      <span className="sr-only" role="status">
        {t("chooser.loading")}
      </span>
      <Skeleton className="w-48" />
      <div>
        {Array.from({ length: Math.min(Math.max(rows, 1), MOST_ROWS) }, (_, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same and never move
            key={index}
            className="flex h-13 items-center gap-4 border-b border-line px-2"
          >
            <Skeleton className="size-4 rounded-full" />
            <Skeleton className="w-1/3" />
            <Skeleton className="w-20 max-md:hidden" />
            <Skeleton className="w-20 max-md:hidden" />
            <Skeleton className="ml-auto w-24" />
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-6">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="h-8 flex-1" />
        <Skeleton className="h-8 w-32" />
      </div>
    </div>
  );
}
