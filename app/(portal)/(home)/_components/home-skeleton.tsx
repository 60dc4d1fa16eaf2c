import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of a part of the home page: a heading and a few entries. */
export function HomeSkeleton({ rows }: { rows: number }) {
  return (
    <div className="grid content-start gap-3">
      <Skeleton className="h-5 w-40" />
      <div className="grid border-t border-line">
        {Array.from({ length: rows }, (_, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
            key={index}
            className="grid h-18 content-center gap-2 border-b border-line"
          >
            <Skeleton className="w-56 max-w-full" />
            <Skeleton className="w-80 max-w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
