import { z } from "zod";

export const LONGEST_HOLD_SECONDS = 900;

/** How an account orders. */
export const orderSettingsInput = z.object({
  /** Seconds between confirming and sending, in which an order can be recalled; 0 sends at once. */
  holdSeconds: z.coerce
    .number("wholeNumber")
    .int("wholeNumber")
    .min(0, "holdRange")
    .max(LONGEST_HOLD_SECONDS, "holdRange"),
});
export type OrderSettings = z.infer<typeof orderSettingsInput>;
