import { Skeleton } from "@/components/ui/skeleton";

const SECTIONS = [
  ["company", 3],
  ["contact", 6],
  ["address", 5],
] as const;

/** The shape of the customer form while its choices are read. */
export function FormSkeleton() {
  return (
    <>
      <Skeleton className="mt-1 mb-6 h-5 w-56" />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,44rem)_18.5rem]">
        <div className="grid content-start gap-8">
          {SECTIONS.map(([key, fields]) => (
            <div key={key} className="grid gap-4">
              <Skeleton className="h-5 w-32" />
              <div className="grid gap-4 sm:grid-cols-2">
                {Array.from({ length: fields }, (_, field) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same and never move
                  <div key={field} className="grid gap-1.5">
                    <Skeleton className="h-4 w-24" />
                    <Skeleton className="h-8 w-full" />
                  </div>
                ))}
              </div>
            </div>
          ))}
        </div>
        <div className="grid content-start gap-3 border-line lg:border-l lg:pl-6">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-8 w-40" />
        </div>
      </div>
    </>
  );
}
