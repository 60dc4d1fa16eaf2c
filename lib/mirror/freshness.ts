import * as s from "@/lib/shape";

/** How new the mirror of one list is, as every page of it says. */
export const freshnessSchema = s.object({
  /** The rows are at least as new as this (ISO time); null while the mirror is being filled for the first time. */
  asOf: s.string().nullable(),
  /** A pass that is under way: rows so far, and how many there may be; null where the person is not told. */
  running: s.object({ rows: s.int().nullable(), expected: s.int().nullable() }).nullable(),
  /** A pass found an implausible difference and waits for a person. */
  held: s.boolean(),
});
export type Freshness = s.Infer<typeof freshnessSchema>;
