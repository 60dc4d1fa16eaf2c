import { DetailLayout } from "@/components/ui/detail-layout";
import { Skeleton } from "@/components/ui/skeleton";

const lines = ["w-28", "w-36", "w-24", "w-32", "w-40", "w-44"];

/** Holds the place of an order: head, progress, items, facts. */
export default function OrderLoading() {
  return (
    <>
      <div className="grid gap-2 pb-5">
        <Skeleton className="h-6 w-56" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <DetailLayout
        facts={
          <div className="grid gap-3">
            {lines.map((width) => (
              <Skeleton key={width} className={width} />
            ))}
          </div>
        }
      >
        <div className="grid gap-4">
          <Skeleton className="h-5 w-24" />
          {lines.slice(0, 4).map((width) => (
            <div key={width} className="flex items-center gap-3">
              <Skeleton className="size-5 rounded-full" />
              <Skeleton className={width} />
            </div>
          ))}
        </div>
        <div className="grid gap-3">
          <Skeleton className="h-5 w-20" />
          <Skeleton className="h-24 w-full" />
        </div>
      </DetailLayout>
    </>
  );
}
