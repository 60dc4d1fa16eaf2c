import { DetailLayout } from "@/components/ui/detail-layout";
import { Skeleton } from "@/components/ui/skeleton";

const lines = ["w-28", "w-36", "w-24", "w-32", "w-40", "w-44"];

/** Holds the place of a subscription's parts; the head above waits for itself. */
export default function SubscriptionLoading() {
  return (
    <DetailLayout
      facts={
        <div className="grid gap-3">
          {lines.map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      }
    >
      {["w-40", "w-24", "w-32"].map((heading) => (
        <div key={heading} className="grid gap-3">
          <Skeleton className={`h-5 ${heading}`} />
          <Skeleton className="h-20 w-full" />
        </div>
      ))}
    </DetailLayout>
  );
}
