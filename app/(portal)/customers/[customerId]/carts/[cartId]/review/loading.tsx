import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const PARTS = ["who", "what", "terms", "answers"];

/** The shape of the review: parts under each other, the total and the button at the end. */
export default function ReviewLoading() {
  return (
    <>
      <PageHeader title={<Skeleton className="h-6 w-48" />} />
      <div className="grid max-w-3xl gap-8">
        {PARTS.map((part) => (
          <div key={part} className="grid gap-3">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-4 w-full max-w-xl" />
            <Skeleton className="h-4 w-full max-w-md" />
          </div>
        ))}
        <Skeleton className="ml-auto h-10 w-72 max-w-full" />
      </div>
    </>
  );
}
