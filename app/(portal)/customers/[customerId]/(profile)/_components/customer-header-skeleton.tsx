import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of a customer's head, line by line. */
export function CustomerHeaderSkeleton() {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
      <div className="min-w-0">
        <Skeleton className="my-1 h-5 w-64 max-w-full" />
        <Skeleton className="mt-2 h-4 w-80 max-w-full" />
      </div>
      <Skeleton className="h-8 w-56" />
    </div>
  );
}
