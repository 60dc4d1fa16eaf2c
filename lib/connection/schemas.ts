import { z } from "zod";

/** How Ion is doing, as every page shows it. */
export const connectionViewSchema = z.object({
  state: z.enum(["ok", "slow", "down", "lost", "unknown"]),
  /** ISO time of the call it was judged by; null when there was none. */
  asOf: z.string().nullable(),
  /** While it is down: since when Ion has not answered anybody of this account. ISO time. */
  since: z.string().nullable(),
});
export type ConnectionView = z.infer<typeof connectionViewSchema>;
