import { z } from "zod";

/** How new the mirror of one list is, as every page of it says. */
export const freshnessSchema = z.object({
  /** The rows are at least as new as this (ISO time); null while the mirror is being filled for the first time. */
  asOf: z.string().nullable(),
  /** A pass that is under way: rows so far, and how many there may be. */
  running: z.object({ rows: z.number().int(), expected: z.number().int().nullable() }).nullable(),
  /** A pass found an implausible difference and waits for a person. */
  held: z.boolean(),
});
export type Freshness = z.infer<typeof freshnessSchema>;
