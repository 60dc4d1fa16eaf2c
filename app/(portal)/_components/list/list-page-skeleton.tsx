import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["w-40", "w-28", "w-36", "w-24", "w-40", "w-28", "w-36", "w-24", "w-40", "w-28", "w-36", "w-24"];

/**
 * Holds the place of a list page, or of a list within another page (without `title`). `sizes` are its columns' widths in pixels.
 * Drawn by the server alone: as part of every list's first load it must bring no code along.
 */
export function ListPageSkeleton({ title, sizes }: { title?: string; sizes: readonly number[] }) {
  const facts = <Skeleton className="my-1.5 w-56" />;
  const columns = { gridTemplateColumns: ["40px", ...sizes.map((size) => `minmax(0,${size}fr)`)].join(" ") };
  return (
    <div aria-busy="true" className="flex min-w-0 flex-col gap-2">
      {title ? <PageHeader title={title} facts={facts} className="pb-2" /> : facts}
      <div className="flex flex-wrap items-center gap-2">
        <Skeleton className="h-8 w-full sm:w-72" />
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-7 w-28" />
        <Skeleton className="h-7 w-24" />
      </div>
      <div>
        <div className="h-9 border-b border-line max-sm:hidden" />
        {ROWS.map((width, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
            key={row}
            style={columns}
            className="grid h-9 items-center gap-x-4 border-b border-line max-sm:h-27 max-sm:content-start max-sm:gap-2 max-sm:py-3 max-sm:*:nth-[n+5]:hidden"
          >
            <span className="max-sm:hidden" />
            {sizes.map((_size, place) => (
              <Skeleton
                // biome-ignore lint/suspicious/noArrayIndexKey: columns that never move
                key={place}
                className={place === 0 ? `max-w-full ${width}` : "w-20 max-w-full"}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
