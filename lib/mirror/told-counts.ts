import type { Actor } from "@/lib/auth/actor";
import type { MirrorResource } from "@/lib/db/schema/mirror";

/**
 * How many rows a pass has met and expects, as far as the person may know it: whoever sees some of the customers only is
 * not told how many the whole account has. The catalog is everybody's.
 */
export function toldCounts<Counts extends { rows: number | null; expected: number | null }>(
  { customerIds }: Pick<Actor, "customerIds">,
  resource: MirrorResource,
  counts: Counts,
): Counts {
  return customerIds === "all" || resource === "products"
    ? counts
    : { ...counts, rows: null, expected: null };
}
