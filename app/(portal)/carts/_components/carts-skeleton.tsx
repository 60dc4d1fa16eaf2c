import { RowsSkeleton } from "@/app/(portal)/_components/list/rows-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

const SIZES = [220, 180, 260, 140, 120, 140, 140];
const SIZES_WITHOUT_CUSTOMER = [220, 260, 140, 120, 140, 140];

/**
 * Holds the place of a list of carts. Drawn by the server alone: the navigation fetches it ahead on every page, so it must
 * bring no code along.
 */
export function CartsSkeleton({ withCustomer }: { withCustomer: boolean }) {
  return (
    <div className="grid gap-3">
      <Skeleton className={withCustomer ? "h-8 w-72" : "h-8 w-24"} />
      <RowsSkeleton sizes={withCustomer ? SIZES : SIZES_WITHOUT_CUSTOMER} rows={withCustomer ? 8 : 3} />
    </div>
  );
}
