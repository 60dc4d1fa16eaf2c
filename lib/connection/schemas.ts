import * as s from "@/lib/shape";

/** How Ion is doing, as every page shows it. */
export const connectionViewSchema = s.object({
  state: s.oneOf(["ok", "slow", "down", "lost", "unknown"]),
  /** ISO time of the call it was judged by; null when there was none. */
  asOf: s.string().nullable(),
  /** While it is down: since when Ion has not answered anybody of this account. ISO time. */
  since: s.string().nullable(),
});
export type ConnectionView = s.Infer<typeof connectionViewSchema>;
