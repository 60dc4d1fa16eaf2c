import { DetailLayout } from "@/components/ui/detail-layout";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const LINES = ["one", "two", "three"];

/** The shape of a cart: a few lines, the totals, a column of facts. */
export default function CartLoading() {
  return (
    <>
      <PageHeader
        title={<Skeleton className="h-6 w-40" />}
        facts={<Skeleton className="inline-block h-4 w-56" />}
        actions={<Skeleton className="h-8 w-40" />}
      />
      <DetailLayout
        facts={["a", "b", "c", "d", "e", "f"].map((fact) => <Skeleton key={fact} className="h-4 w-full" />)}
      >
        <div className="grid gap-4">
          {LINES.map((line) => (
            <div key={line} className="grid gap-3 border-t border-line py-3">
              <div className="flex items-start justify-between gap-6">
                <div className="grid gap-1.5">
                  <Skeleton className="h-5 w-56 max-w-full" />
                  <Skeleton className="h-4 w-40" />
                </div>
                <Skeleton className="h-8 w-32" />
                <Skeleton className="h-5 w-20" />
              </div>
              <Skeleton className="h-10 w-full" />
            </div>
          ))}
          <Skeleton className="ml-auto h-7 w-48" />
        </div>
      </DetailLayout>
    </>
  );
}
