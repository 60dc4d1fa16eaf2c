import { freshnessSchema } from "@/lib/mirror/freshness";
import * as s from "@/lib/shape";

/** A page of a list out of the mirror: what every list answers with, whatever its rows are. */
export function listPageSchema<Row>(row: s.Shape<Row>) {
  return s.object({
    rows: s.array(row),
    /** Rows that match, exactly; null on the pages after the first, whose number was told with it. */
    total: s.int().nullable(),
    nextCursor: s.string().nullable(),
    freshness: freshnessSchema,
  });
}
