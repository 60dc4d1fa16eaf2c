import { Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["w-40", "w-28", "w-36", "w-24"];

/** Holds the place of a table's rows; `sizes` are its columns' widths in pixels. No code of it goes to the browser. */
export function RowsSkeleton({ sizes, rows = 12 }: { sizes: readonly number[]; rows?: number }) {
  const columns = { gridTemplateColumns: sizes.map((size) => `minmax(0,${size}fr)`).join(" ") };
  return (
    <div aria-busy="true">
      <div className="h-9 border-b border-line max-sm:hidden" />
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
          key={row}
          style={columns}
          className="grid h-9 items-center gap-x-4 border-b border-line max-sm:h-27 max-sm:content-start max-sm:gap-2 max-sm:py-3 max-sm:*:nth-[n+4]:hidden"
        >
          {sizes.map((_size, place) => (
            <Skeleton
              // biome-ignore lint/suspicious/noArrayIndexKey: columns that never move
              key={place}
              className={place === 0 ? `max-w-full ${WIDTHS[row % WIDTHS.length]}` : "w-20 max-w-full"}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
