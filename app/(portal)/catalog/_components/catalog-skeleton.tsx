import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 10 }, (_, index) => index);

/** The shape of the catalog while it is read. */
export async function CatalogSkeleton() {
  const t = await getTranslations("catalog");
  return (
    <div aria-busy="true">
      <PageHeader title={t("title")} facts={<Skeleton className="mt-1 h-4 w-80 max-w-full" />} />
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <div className="grid content-start gap-3 pt-1 max-lg:hidden">
          {ROWS.map((row) => (
            <Skeleton key={row} className={row % 5 === 1 ? "w-24" : "w-full"} />
          ))}
        </div>
        <div className="grid min-w-0 content-start gap-3">
          <div className="flex flex-wrap gap-2">
            <Skeleton className="h-8 min-w-64 flex-1" />
            <Skeleton className="h-8 w-44" />
          </div>
          <Skeleton className="h-4.5 w-28" />
          <div className="border-t border-line">
            {ROWS.map((row) => (
              <div key={row} className="flex h-[3.9rem] items-center gap-4 border-b border-line px-2">
                <div className="grid flex-1 gap-1.5">
                  <Skeleton className="w-48 max-w-full" />
                  <Skeleton className="h-3.5 w-72 max-w-full" />
                </div>
                <Skeleton className="w-24 max-md:hidden" />
                <Skeleton className="w-28" />
                <Skeleton className="h-7 w-28 max-md:hidden" />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
