import { z } from "zod";
import { freshnessSchema } from "@/lib/mirror/freshness";

/** A page of a list out of the mirror: what every list answers with, whatever its rows are. */
export function listPageSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    /** Rows that match, exactly; null on the pages after the first, whose number was told with it. */
    total: z.number().int().nullable(),
    nextCursor: z.string().nullable(),
    freshness: freshnessSchema,
  });
}
