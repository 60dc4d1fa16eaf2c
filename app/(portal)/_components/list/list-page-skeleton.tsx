import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { RowsSkeleton } from "./rows-skeleton";

/**
 * Holds the place of a list page, or of a list within another page (without `title`). `sizes` are its columns' widths in pixels.
 * Drawn by the server alone: as part of every list's first load it must bring no code along.
 */
export function ListPageSkeleton({ title, sizes }: { title?: string; sizes: readonly number[] }) {
  const facts = <Skeleton className="my-1.5 w-56" />;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {title ? <PageHeader title={title} facts={facts} className="pb-2" /> : facts}
      <div className="flex flex-wrap items-center gap-2">
        <Skeleton className="h-8 w-full sm:w-72" />
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-7 w-24" />
      </div>
      <RowsSkeleton sizes={[40, ...sizes]} />
    </div>
  );
}
